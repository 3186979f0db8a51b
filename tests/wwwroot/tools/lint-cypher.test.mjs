import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { lint } from '../../../tools/cypher/lint.mjs';
import { root } from '../page.mjs';

/** @param {string} statement */
const file = (statement, parameters = 'none') => `// Purpose: a test\n// Parameters: ${parameters}\n// Columns: x (text)\n${statement}\n`;
/** @param {string} what */
const unique = (what) => `CREATE CONSTRAINT a IF NOT EXISTS FOR (n:Plan) REQUIRE ${what}`;

/** @type {[string, string, RegExp, string?][]} what is wrong, the statement, what is said of it, its parameters */
const wrong = [
  ['A word that is not Cypher', 'MATC (n) RETURN n.id AS x', /Invalid input 'MATC'/],
  ['A variable that nothing binds', 'MATCH (n:Plan) RETURN m.id AS x', /Variable `m` not defined/],
  ['A function with too many arguments', "RETURN toUpper('a', 'b') AS x", /Too many parameters/],
  ['A sum of unlike types', 'RETURN 1 + true AS x', /Type mismatch/],
  ['An aggregation in a condition', 'MATCH (n:Plan) WHERE count(n) > 1 RETURN n.id AS x', /aggregating function/],
  ['A function that no server has', 'RETURN foobar(1) AS x', /Function foobar/],
  ['A procedure that no server has', "CALL db.index.fulltext.queryNode('a', 'b') YIELD node RETURN node.id AS x", /Procedure db.index.fulltext.queryNode /],
  ['A column that a procedure does not yield', "CALL db.index.fulltext.queryNodes('a', 'b') YIELD nod RETURN nod AS x", /Unknown procedure output: `nod`/],
  ['A label that is no word of ours', 'MATCH (n:Plann) RETURN n.id AS x', /Label Plann/],
  ['A relation type that is no word of ours', 'MATCH (:Plan)-[:PARTOF]->(n) RETURN n.id AS x', /Relationship type PARTOF/],
  ['A relation walked against its direction', 'MATCH (n:Goal)-[:STATES]->(:Plan) RETURN n.id AS x', /\[:STATES\] has no incoming \(:Goal\)/],
  ['A parameter that the header does not name', 'MATCH (n:Plan {id: $idd}) RETURN n.id AS x', /Parameter \$idd is not defined/, 'id (text)'],
  ['A parameter in the form of old', 'MATCH (n:Plan {id: {id}}) RETURN n.id AS x', /Invalid input/, 'id (text)'],
  ['A clause that only Cypher 25 has', 'LET x = 1 RETURN x', /LET.*under CYPHER 5\)/],
  ['A form that Cypher 25 has taken out', 'MATCH (a:Plan)-[:PART_OF]->(b:Plan) SET a = b RETURN a.id AS x', /Type mismatch.*under CYPHER 25\)/],
  ['A cartesian product', 'MATCH (a:Plan), (b:Goal) RETURN a.id + b.id AS x', /cartesian product/],
  ['A deprecated function', 'MATCH (a:Plan) RETURN id(a) AS x', /deprecated/],
  ['A subquery in the form of old', 'MATCH (n:Plan) CALL { WITH n RETURN n.id AS x } RETURN x', /deprecated/],
  ['A shortest path without a limit', 'MATCH p = shortestPath((a:Plan)-[*]-(b:Plan)) RETURN length(p) AS x', /unbounded/],
  ['A retry that 5.26 does not have', 'MATCH (a:Plan) CALL (a) { SET a.title = a.id } IN TRANSACTIONS ON ERROR RETRY', /ON ERROR RETRY/],
  ['A prefix for one version', 'CYPHER 25 RETURN 1 AS x', /a prefix/],
  ['Two statements in a file', 'RETURN 1 AS x; RETURN 2 AS x', /a semicolon/],
  ['A constraint on existence', unique('n.title IS NOT NULL'), /Enterprise/],
  ['A node key', unique('(n.id, n.title) IS NODE KEY'), /Enterprise/],
  ['A key', unique('n.id IS KEY'), /Enterprise/],
  ['A constraint on type', unique('n.title IS :: STRING'), /Enterprise/],
  ['A constraint on type in words', unique('n.title IS TYPED STRING'), /Enterprise/],
  ['A relationship key', 'CREATE CONSTRAINT a IF NOT EXISTS FOR ()-[r:STATES]-() REQUIRE r.id IS REL KEY', /Enterprise/],
];

for (const [what, statement, said, parameters] of wrong)
  test(`${what} is told, with its line and a remedy`, () => {
    const problems = lint(file(statement, parameters));
    const found = problems.find(({ text }) => said.test(text));
    assert.ok(found, `told instead: ${JSON.stringify(problems)}`);
    assert.equal(found.line, 4);
    assert.ok(found.remedy.length > 10);
  });

test('A good statement is passed', () => {
  assert.deepEqual(lint(file('MATCH (:Plan {id: $id})-[:STATES]->(n:Goal) RETURN n.id AS x', 'id (text), limit (integer)')), []);
  assert.deepEqual(lint(file(unique('n.id IS UNIQUE'))), []);
});

test('What stands in a comment, a string or a quoted name is no fault', () => {
  assert.deepEqual(lint(file("// ; ON ERROR RETRY\n/* REQUIRE n.id IS NOT NULL */ RETURN 'a; // \\' ;' AS `x;y`")), []);
});

test('A problem is told on its own line, and once when both versions tell it', () => {
  assert.deepEqual(lint(file('MATCH (n:Plan)\n\nRETURN m.id AS x')).map(({ line, text }) => [line, text]), [[6, 'Variable `m` not defined']]);
});

const work = mkdtempSync(join(tmpdir(), 'plangraph-cypher-'));
after(() => rmSync(work, { recursive: true }));

/** @param {string[]} paths */
function run(...paths) {
  const { status, stdout, stderr } = spawnSync('node', [join(root, 'tools/lint-cypher.mjs'), ...paths], { cwd: work, encoding: 'utf8' });
  return { status, stderr, lines: stdout.trim().split('\n') };
}

test('The command prints one line to a problem and fails', () => {
  mkdirSync(join(work, 'bad/deep'), { recursive: true });
  writeFileSync(join(work, 'bad/deep/one.cypher'), file('RETURN x'));
  writeFileSync(join(work, 'bad/two.cypher'), file('RETURN 1 AS x;'));
  writeFileSync(join(work, 'bad/notes.md'), 'not Cypher');
  const { status, lines } = run('bad');
  assert.equal(status, 1);
  assert.deepEqual(lines, [
    'bad/deep/one.cypher:4: Variable `x` not defined. Remedy: write what Cypher 5 and Cypher 25 both take.',
    'bad/two.cypher:4: a semicolon. Remedy: one statement to a file, without the semicolon.',
    '2 problems in 2 Cypher files',
  ]);
});

test('The command fails when there is nothing to check', () => {
  mkdirSync(join(work, 'empty'));
  assert.equal(run('empty').status, 66);
});

test('The command fails when the analysis has gone blind', () => {
  const { status, stderr } = spawnSync('node', ['--import', `data:text/javascript,${encodeURIComponent(blind)}`, join(root, 'tools/lint-cypher.mjs')], { encoding: 'utf8' });
  assert.equal(status, 70, stderr);
});

// Stands in for a release of the package that swallows its own failures, as it does when it is given a signature it cannot read.
const blind = `
import { register } from 'node:module';
register('data:text/javascript,' + encodeURIComponent(\`
export async function load(url, context, next) {
  return url.includes('language-support/dist') ? { format: 'module', shortCircuit: true, source: 'export const lintCypherQuery = () => ({ diagnostics: [] });' } : next(url, context);
}\`));`;
