import { readFile } from 'node:fs/promises';

/** An error whose message is one sentence a developer can act on. */
export class RestoreError extends Error {}

/**
 * @typedef {{ library: string, folder: string, files: string[] }} Library
 *   `folder` is relative to wwwroot/lib; `files` are paths inside the package, kept below the folder.
 */

const root = 'wwwroot/lib/';
const libraryName = /^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*@\d+\.\d+\.\d+[\w.-]*$/;
const plainPath = /^(?!.*(?:^|\/)\.\.?(?:\/|$))[\w.-]+(?:\/[\w.-]+)*$/;

/** @param {string} path @returns {Promise<{ text: string, libraries: Library[] }>} */
export async function readManifest(path) {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new RestoreError(`${path} is missing, so there is nothing to restore.`);
  });
  return { text, libraries: parseManifest(text) };
}

/** @param {string} text @returns {Library[]} */
export function parseManifest(text) {
  const manifest = parseJson(text);
  if (!Array.isArray(manifest?.libraries) || manifest.libraries.length === 0)
    throw new RestoreError('libman.json has no "libraries" list.');
  const libraries = manifest.libraries.map(toLibrary);
  const folders = libraries.map((/** @type {Library} */ library) => library.folder);
  const twice = folders.find((/** @type {string} */ folder, /** @type {number} */ i) => folders.indexOf(folder) !== i);
  if (twice) throw new RestoreError(`libman.json gives two libraries the destination ${root}${twice}.`);
  return libraries;
}

/** @param {string} text */
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RestoreError(`libman.json is not valid JSON (${/** @type {Error} */ (error).message}).`);
  }
}

/** @param {any} entry @returns {Library} */
function toLibrary(entry) {
  const { library, destination, files } = entry ?? {};
  if (!libraryName.test(library))
    throw new RestoreError(`libman.json names the library "${library}", which is not of the form name@1.2.3.`);
  if (typeof destination !== 'string' || !destination.startsWith(root) || !plainPath.test(destination))
    throw new RestoreError(`libman.json gives ${library} a destination that is not below ${root}.`);
  if (!Array.isArray(files) || files.length === 0 || !files.every((file) => plainPath.test(file)))
    throw new RestoreError(`libman.json gives ${library} no list of plain file paths.`);
  return { library, folder: destination.slice(root.length), files };
}
