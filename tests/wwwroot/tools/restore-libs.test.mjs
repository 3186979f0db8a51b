import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, test } from 'node:test';
import { parseManifest } from '../../../tools/libs/manifest.mjs';
import { readPackage } from '../../../tools/libs/tarball.mjs';
import { root } from '../page.mjs';

const work = mkdtempSync(join(tmpdir(), 'plangraph-libs-'));
after(() => rmSync(work, { recursive: true }));

/** @param {string} name @param {unknown} content @returns {string} */
function write(name, content) {
  const path = join(work, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content), { mode: 0o755 });
  return path;
}

const longName = `${'deep/'.repeat(24)}file.js`;
write('package/package.json', { name: 'small', version: '1.0.0' });
write('package/dist/small.js', 'export const small = 1;\n');
write(`package/${longName}`, 'long');
execFileSync('npm', ['pack', './package', '--loglevel=error'], { cwd: work });
// The one part that is not real: an npm whose registry is this folder, so that the tests need no network.
write('bin/npm', `#!/bin/sh\n[ "$2" = small@1.0.0 ] && cp '${work}/small-1.0.0.tgz' . && echo small-1.0.0.tgz && exit\necho "npm error code E404" >&2\nexit 1\n`);

/** @param {string} name @param {unknown} manifest a project of its own, with this libman.json */
function project(name, manifest) {
  write(`${name}/libman.json`, manifest);
  return join(work, name);
}

const manifest = (/** @type {Record<string, unknown>} */ changes = {}) => ({
  version: '1.0', defaultProvider: 'jsdelivr',
  libraries: [{ library: 'small@1.0.0', destination: 'wwwroot/lib/small', files: ['dist/small.js', longName], ...changes }],
});

/** @param {string} folder @param {...string} args @returns {Promise<{ code: number, out: string, err: string }>} */
function restore(folder, ...args) {
  const path = `${join(work, 'bin')}${delimiter}${process.env.PATH}`;
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'tools/restore-libs.mjs'), '--root', folder, ...args], { env: { ...process.env, PATH: path } },
      (error, out, err) => resolve({ code: Number(error?.code ?? 0), out: out.trim(), err: err.trim() }));
  });
}

test('Restoring puts exactly the named files in place, and doing it again does nothing', async () => {
  const folder = project('ordinary', manifest());
  assert.deepEqual(await restore(folder), { code: 0, out: 'Restored 2 files from 1 packages to wwwroot/lib.', err: '' });
  assert.equal(readFileSync(join(folder, 'wwwroot/lib/small/dist/small.js'), 'utf8'), 'export const small = 1;\n');
  assert.equal(readFileSync(join(folder, 'wwwroot/lib/small', longName), 'utf8'), 'long');
  assert.equal(existsSync(join(folder, 'wwwroot/lib/small/package.json')), false);
  assert.equal((await restore(folder)).out, 'wwwroot/lib is complete.');
  assert.equal((await restore(folder, '--check')).code, 0);
});

test('Checking tells of a file that is gone and of one that is changed, and restoring mends both', async () => {
  const folder = project('broken', manifest());
  assert.match((await restore(folder, '--check')).err, /wwwroot\/lib was not restored from this libman\.json/);
  await restore(folder);
  const file = join(folder, 'wwwroot/lib/small/dist/small.js');
  writeFileSync(file, 'changed');
  assert.match((await restore(folder, '--check')).err, /small\.js is not the file that was restored/);
  rmSync(file);
  const { code, err } = await restore(folder, '--check');
  assert.equal(code, 1);
  assert.match(err, /small\.js is missing; run: node tools\/restore-libs\.mjs$/);
  assert.equal((await restore(folder)).code, 0);
  assert.equal((await restore(folder, '--check')).code, 0);
});

test('A changed libman.json is restored anew, and what it no longer names is gone', async () => {
  const folder = project('changed', manifest());
  await restore(folder);
  project('changed', manifest({ files: ['dist/small.js'] }));
  assert.equal((await restore(folder)).code, 0);
  assert.equal(existsSync(join(folder, 'wwwroot/lib/small', longName)), false);
});

for (const [what, content, sentence] of /** @type {[string, unknown, RegExp][]} */ ([
  ['a file the package does not have', manifest({ files: ['dist/none.js'] }), /small@1\.0\.0 has no file dist\/none\.js, which libman\.json asks for\.$/],
  ['a package that does not exist', manifest({ library: 'other@2.0.0' }), /other@2\.0\.0 does not exist in the package registry npm is set up with \(E404\)\.$/],
  ['a manifest that is not JSON', '{', /libman\.json is not valid JSON/],
]))
  test(`Of ${what} it says so in one sentence and leaves nothing half done`, async () => {
    const folder = project(what, content);
    const { code, err } = await restore(folder);
    assert.equal(code, 1);
    assert.match(err, sentence);
    assert.equal(err.split('\n').length, 1);
    assert.equal(existsSync(join(folder, 'wwwroot/lib')), false);
  });

test('Without npm it says what to install', async () => {
  const folder = project('no npm', manifest());
  const { code, stderr } = await new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'tools/restore-libs.mjs'), '--root', folder], { env: { PATH: work } },
      (error, _out, stderr) => resolve({ code: error?.code, stderr }));
  });
  assert.equal(code, 1);
  assert.match(stderr, /npm is not installed or not on PATH; install Node 20 or newer/);
});

for (const [what, changes, sentence] of /** @type {[string, Record<string, unknown>, RegExp][]} */ ([
  ['a version range', { library: 'small@^1.0.0' }, /not of the form name@1\.2\.3/],
  ['no version', { library: 'small' }, /not of the form name@1\.2\.3/],
  ['an option to npm', { library: '--registry=x@1.0.0' }, /not of the form/],
  ['a destination outside', { destination: 'wwwroot/lib/../app' }, /not below wwwroot\/lib\//],
  ['a destination elsewhere', { destination: 'wwwroot/app/small' }, /not below wwwroot\/lib\//],
  ['a file outside', { files: ['../x.js'] }, /no list of plain file paths/],
  ['no files', { files: [] }, /no list of plain file paths/],
]))
  test(`A manifest with ${what} is refused`, () => {
    assert.throws(() => parseManifest(JSON.stringify(manifest(changes))), sentence);
  });

test('A manifest without libraries, or with two in one place, is refused', () => {
  assert.throws(() => parseManifest('{}'), /no "libraries" list/);
  const { libraries } = manifest();
  assert.throws(() => parseManifest(JSON.stringify({ libraries: [...libraries, ...libraries] })), /two libraries the destination wwwroot\/lib\/small/);
});

test('The manifest of the project itself is in order', () => {
  assert.ok(parseManifest(readFileSync(join(root, 'libman.json'), 'utf8')).every(({ files }) => files.includes('LICENSE')));
});

test('A package is read file by file, with long paths', () => {
  const files = readPackage(readFileSync(join(work, 'small-1.0.0.tgz')));
  assert.deepEqual([...files.keys()].sort(), [longName, 'dist/small.js', 'package.json'].sort());
});
