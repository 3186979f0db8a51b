// Checks every statement of cypher/ (or the files and folders named) and says what is wrong, one line to a problem: file:line: what. Remedy.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { argv, cwd, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { lint } from './cypher/lint.mjs';

const home = fileURLToPath(new URL('../cypher', import.meta.url));
const named = argv.slice(2);
const files = (named.length ? named : [home]).flatMap((path) => statSync(path).isDirectory()
  ? readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.cypher')).sort().map((name) => join(path, name))
  : [path]);
if (files.length === 0) {
  console.error('lint-cypher: there is no .cypher file to check');
  exit(66);
}

// The package answers with nothing when its analysis fails, so it is first asked something that it must refuse.
if (lint('RETURN nothing').length === 0) {
  console.error('lint-cypher: the analysis finds no fault in "RETURN nothing"; look at tools/cypher/lint.mjs and the release of @neo4j-cypher/language-support');
  exit(70);
}

const lines = files.flatMap((file) => lint(readFileSync(file, 'utf8')).map(({ line, text, remedy }) => `${relative(cwd(), file)}:${line}: ${text}. Remedy: ${remedy}.`));
for (const line of lines) console.log(line);
console.log(lines.length ? `${lines.length} problems in ${files.length} Cypher files` : `${files.length} Cypher files are right under Cypher 5 and Cypher 25`);
exit(lines.length ? 1 : 0);
