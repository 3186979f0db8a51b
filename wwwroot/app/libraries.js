// Third-party code under /lib, loaded by the pages that need it and not before. libman.json says which versions.

const library = new URL('../lib/', import.meta.url);

/** An ES module. @param {string} path below lib/ @returns {Promise<any>} */
export function importLibrary(path) {
  return import(new URL(path, library).href);
}

/**
 * A script of the older kind, which leaves its result on the window. The content security policy wants an address that
 * a policy has passed; this one passes only what lies in our own lib folder.
 * @param {string} path below lib/ @returns {Promise<void>}
 */
export function loadScript(path) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = trusted(new URL(path, library).href);
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`The library ${path} could not be loaded`)));
    document.head.append(script);
  });
}

/** @type {{ createScriptURL(address: string): string } | undefined} */
let policy;

/** @param {string} address @returns {string} */
function trusted(address) {
  policy ??= /** @type {any} */ (globalThis).trustedTypes?.createPolicy('plangraph-lib', { createScriptURL: ownAddress }) ?? { createScriptURL: ownAddress };
  return /** @type {any} */ (policy).createScriptURL(address);
}

/** @param {string} address */
function ownAddress(address) {
  if (!address.startsWith(library.href)) throw new TypeError(`${address} is not one of our libraries`);
  return address;
}
