// Checks the Dockerfile with the parser and rules of Docker's own editor support; one line to a problem: file:line: what.
import { readFileSync } from 'node:fs';
import { exit } from 'node:process';
import { validate } from 'dockerfile-utils';

// What is no Dockerfile must be refused, or the check is none.
if (validate('FORM nothing').length === 0) {
  console.error('lint-dockerfile: nothing is found wrong with "FORM nothing"; look at the release of dockerfile-utils');
  exit(70);
}
const problems = validate(readFileSync(new URL('../Dockerfile', import.meta.url), 'utf8'));
for (const { range, message } of problems) console.log(`Dockerfile:${range.start.line + 1}: ${message}`);
console.log(problems.length ? `${problems.length} problems in the Dockerfile` : 'The Dockerfile is right');
exit(problems.length ? 1 : 0);
