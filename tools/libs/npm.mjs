import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { RestoreError } from './manifest.mjs';
import { readPackage } from './tarball.mjs';

const run = promisify(execFile);
const windows = process.platform === 'win32';

/**
 * Fetches one package with npm, so that npm's own configuration decides the registry.
 * @param {string} library name@version @returns {Promise<Map<string, Buffer>>}
 */
export async function fetchPackage(library) {
  const folder = await mkdtemp(join(tmpdir(), 'restore-libs-'));
  try {
    return readPackage(await readFile(join(folder, await pack(library, folder))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} library @param {string} cwd */
async function pack(library, cwd) {
  const args = ['pack', library, '--loglevel=error', '--ignore-scripts'];
  try {
    const { stdout } = await run(windows ? 'npm.cmd' : 'npm', args, { cwd, shell: windows });
    return stdout.trim().split('\n').at(-1)?.trim() ?? '';
  } catch (error) {
    throw new RestoreError(explain(library, /** @type {any} */ (error)));
  }
}

/** @param {string} library @param {{ code?: string | number, stderr?: string }} error */
function explain(library, error) {
  if (error.code === 'ENOENT') return 'npm is not installed or not on PATH; install Node 20 or newer, which brings it.';
  const code = /npm (?:error|ERR!) code (\S+)/.exec(error.stderr ?? '')?.[1] ?? `exit ${error.code}`;
  return code === 'E404' || code === 'ETARGET'
    ? `${library} does not exist in the package registry npm is set up with (${code}).`
    : `npm could not fetch ${library} (${code}); check the network and npm's registry setting.`;
}
