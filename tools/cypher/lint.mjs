// What is wrong with a statement of cypher/: Neo4j's own analysis under both versions of the language, and what it does not know of our servers.
import { readFileSync } from 'node:fs';
import { lintCypherQuery } from '@neo4j-cypher/language-support';

/** @typedef {{ line: number, text: string, remedy: string }} Problem */
/** @typedef {{ type: string, from: string[], to: string[] }} Relation */
/** @typedef {{ name: string }} Named */

/** @type {{ labels: string[], relations: Relation[], bookkeeping: { labels: string[], relations: Relation[] } }} */
const vocabulary = JSON.parse(readFileSync(new URL('vocabulary.json', import.meta.url), 'utf8'));
/** What the oldest server we support has and does not call deprecated. @type {{ functions: string[], procedures: Named[] }} */
const server = JSON.parse(readFileSync(new URL('neo4j-5.26.json', import.meta.url), 'utf8'));

const versions = /** @type {const} */ (['CYPHER 5', 'CYPHER 25']);

/** What the analysis lets through. Comments, strings and quoted names are blanks here. @type {{ pattern: RegExp, text: string, remedy: string }[]} */
const rules = [
  {
    pattern: /\bREQUIRE\b[^;]*?\bIS\s+(?:NOT\s+NULL\b|(?:NODE\s+|RELATIONSHIP\s+|REL\s+)?KEY\b|::|TYPED\b)/i,
    text: 'a constraint that only the Enterprise edition has', remedy: 'keep to IS UNIQUE; what must be there is checked in the domain',
  },
  { pattern: /\bON\s+ERROR\s+RETRY\b/i, text: 'ON ERROR RETRY is not in Neo4j 5.26', remedy: 'use ON ERROR FAIL; the transport tries again' },
  { pattern: /^\s*CYPHER\b/i, text: 'a prefix for one version of the language', remedy: 'leave it out: 5.26 does not know CYPHER 25, and newer servers warn of CYPHER 5' },
  { pattern: /;/, text: 'a semicolon', remedy: 'one statement to a file, without the semicolon' },
];

/** @type {[RegExp, string][]} */
const remedies = [
  [/^Parameter \$(\w+) is not defined/, 'name it in the line "// Parameters:"'],
  [/^(?:Label|Relationship type|Label or relationship type) \S+ is not present/, 'use a word of tools/cypher/vocabulary.json'],
  [/^(?:Function|Procedure) \S+ is not present/, 'Neo4j 5.26 has no such thing; tools/cypher/neo4j-5.26.json lists what it has'],
  [/^\(?\[?:\w+\S* has no /, 'the relation joins other kinds, or the other way: see docs/glossary.md'],
  [/deprecated/i, 'use what replaces it'],
  [/cartesian product/i, 'join the patterns, or part them into two MATCH clauses that each look up by id'],
  [/unbounded pattern/i, 'write the most steps that it may take, as in {1,8}'],
];

/**
 * @param {string} text the file
 * @returns {Problem[]} in the order of the lines, each told once
 */
export function lint(text) {
  const found = new Map([...analysed(text), ...forbidden(text)].map((problem) => [`${problem.line}\n${problem.text}`, problem]));
  return [...found.values()].sort((a, b) => a.line - b.line);
}

/** @param {string} text @returns {Problem[]} */
function analysed(text) {
  const perVersion = versions.map((version) => lintCypherQuery(text, { ...schema(text), defaultLanguage: version }).diagnostics
    .map(({ range, message }) => ({ line: range.start.line + 1, message: short(typeof message === 'string' ? message : message.value) })));
  return perVersion.flatMap((problems, at) => problems.map(({ line, message }) => {
    const everywhere = perVersion.every((others) => others.some((other) => other.line === line && other.message === message));
    return { line, text: everywhere ? message : `${message} (under ${versions[at]})`, remedy: remedy(message, everywhere) };
  }));
}

/** The first sentence; of what the grammar would have taken instead only a short list. @param {string} message */
function short(message) {
  const sentence = message.split('\n')[0].replace(/\.+(?: .*)?$/, '');
  return sentence.length < 200 ? sentence : sentence.replace(/: expected .*/, '');
}

/** @param {string} text @returns {Problem[]} */
function forbidden(text) {
  const code = text.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|\/\/.*|\/\*[\s\S]*?\*\//g, (aside) => aside.replace(/[^\n]/g, ' '));
  return rules.flatMap(({ pattern, text: what, remedy: how }) => {
    const match = pattern.exec(code);
    return match ? [{ line: code.slice(0, match.index + match[0].length).split('\n').length, text: what, remedy: how }] : [];
  });
}

/** @param {string} message @param {boolean} everywhere */
function remedy(message, everywhere) {
  return remedies.find(([pattern]) => pattern.test(message))?.[1]
    ?? (everywhere ? 'write what Cypher 5 and Cypher 25 both take' : 'say it in words that both versions of the language have');
}

/** @param {string} text */
function schema(text) {
  const header = /^\/\/ Parameters: (.*)$/m.exec(text)?.[1] ?? '';
  const parameters = Object.fromEntries([...header.matchAll(/(?:^|, )(\w+) \(/g)].map(([, name]) => [name, null]));
  return { ...known, parameters };
}

const known = (() => {
  const relations = [...vocabulary.relations, ...vocabulary.bookkeeping.relations];
  const functions = Object.fromEntries(server.functions.map((name) => [name, { name, signature: `${name}() :: ANY`, isBuiltIn: true, aggregating: false, isDeprecated: false, argumentDescription: [], returnDescription: 'ANY' }]));
  const procedures = Object.fromEntries(server.procedures.map((one) => [one.name, one]));
  return /** @type {object} */ ({
    labels: [...vocabulary.labels, ...vocabulary.bookkeeping.labels],
    relationshipTypes: relations.map(({ type }) => type),
    graphSchema: [
      ...relations.flatMap(({ type, from, to }) => from.flatMap((a) => to.map((b) => ({ from: a, to: b, relType: type })))),
      ...vocabulary.relations.flatMap(({ type, from, to }) => [
        ...from.map((a) => ({ from: a, to: 'Entity', relType: type })), ...to.map((b) => ({ from: 'Entity', to: b, relType: type })), { from: 'Entity', to: 'Entity', relType: type },
      ]),
    ],
    functions: { 'CYPHER 5': functions, 'CYPHER 25': functions },
    procedures: { 'CYPHER 5': procedures, 'CYPHER 25': procedures },
  });
})();
