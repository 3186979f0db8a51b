#!/usr/bin/env node
// Fills wwwroot/lib with the files libman.json names. `--check` only says whether they are all there.
// `--root <folder>` works on another checkout than this one.
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RestoreError, readManifest } from './libs/manifest.mjs';
import { fetchPackage } from './libs/npm.mjs';

/** @typedef {import('./libs/manifest.mjs').Library} Library */

const oldestNode = 20;
/** The list of what was restored, in the format of sha256sum; the build reads it too (restore-libs.targets). */
const stamp = '.restored';

/** @param {string | Buffer} content */
const sha256 = (content) => createHash('sha256').update(content).digest('hex');

/**
 * What is wrong with wwwroot/lib, or undefined when it is complete.
 * @param {string} lib @param {string} manifestText @param {Library[]} libraries
 */
async function firstFault(lib, manifestText, libraries) {
  const lines = (await readFile(join(lib, stamp), 'utf8').catch(() => '')).split('\n');
  if (!lines.includes(`${sha256(manifestText)}  libman.json`)) return 'wwwroot/lib was not restored from this libman.json';
  for (const { folder, files } of libraries)
    for (const file of files) {
      const path = `${folder}/${file}`;
      const content = await readFile(join(lib, path)).catch(() => undefined);
      if (!content) return `wwwroot/lib/${path} is missing`;
      if (!lines.includes(`${sha256(content)}  ${path}`)) return `wwwroot/lib/${path} is not the file that was restored`;
    }
  return undefined;
}

/** @param {Library} library @param {string} target @returns {Promise<string[]>} one stamp line per file */
async function restoreLibrary({ library, folder, files }, target) {
  const contents = await fetchPackage(library);
  return Promise.all(files.map(async (file) => {
    const content = contents.get(file);
    if (!content) throw new RestoreError(`${library} has no file ${file}, which libman.json asks for.`);
    const path = join(target, folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    return `${sha256(content)}  ${folder}/${file}`;
  }));
}

/** @param {string} root @param {string} lib @param {string} manifestText @param {Library[]} libraries */
async function restoreAll(root, lib, manifestText, libraries) {
  await mkdir(join(root, 'artifacts'), { recursive: true });
  const fresh = await mkdtemp(join(root, 'artifacts', 'lib-'));
  try {
    const lines = (await Promise.all(libraries.map((library) => restoreLibrary(library, fresh)))).flat();
    await writeFile(join(fresh, stamp), [`${sha256(manifestText)}  libman.json`, ...lines, ''].join('\n'));
    await mkdir(dirname(lib), { recursive: true });
    await rm(lib, { recursive: true, force: true });
    await chmod(fresh, 0o755); // mkdtemp makes folders only their owner can read
    await rename(fresh, lib);
    return lines.length;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** @param {string[]} args @returns {Promise<string>} the closing sentence */
async function main(args) {
  if (Number.parseInt(process.versions.node, 10) < oldestNode)
    throw new RestoreError(`Node ${process.versions.node} is too old; install Node ${oldestNode} or newer.`);
  const at = args.indexOf('--root');
  const root = at >= 0 ? resolve(args[at + 1]) : fileURLToPath(new URL('..', import.meta.url));
  const { text, libraries } = await readManifest(join(root, 'libman.json'));
  const lib = join(root, 'wwwroot', 'lib');
  const fault = await firstFault(lib, text, libraries);
  if (!fault) return 'wwwroot/lib is complete.';
  if (args.includes('--check')) throw new RestoreError(`${fault}; run: node tools/restore-libs.mjs`);
  const count = await restoreAll(root, lib, text, libraries);
  return `Restored ${count} files from ${libraries.length} packages to wwwroot/lib.`;
}

try {
  console.log(await main(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof RestoreError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
