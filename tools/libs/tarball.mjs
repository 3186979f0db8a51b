import { gunzipSync } from 'node:zlib';

const block = 512;

/**
 * The files of an npm package (a gzipped tar), by their path without the package's own top folder.
 * @param {Buffer} gzipped @returns {Map<string, Buffer>}
 */
export function readPackage(gzipped) {
  const tar = gunzipSync(gzipped);
  const files = new Map();
  let longName = '';
  for (let at = 0; at + block <= tar.length && tar[at] !== 0; ) {
    const header = readHeader(tar, at);
    const content = tar.subarray(at + block, at + block + header.size);
    at += block + Math.ceil(header.size / block) * block;
    if (header.type === 'x') longName = paxPath(content);
    else if (header.type === 'L') longName = text(content, 0, content.length);
    else {
      if (header.type === '0' || header.type === '\0') files.set(withoutTop(longName || header.name), content);
      longName = '';
    }
  }
  return files;
}

/** @param {Buffer} tar @param {number} at */
function readHeader(tar, at) {
  const prefix = text(tar, at + 345, 155);
  const name = text(tar, at, 100);
  return {
    name: prefix ? `${prefix}/${name}` : name,
    size: Number.parseInt(text(tar, at + 124, 12).trim(), 8),
    type: String.fromCharCode(tar[at + 156]),
  };
}

/** @param {Buffer} bytes @param {number} start @param {number} length */
function text(bytes, start, length) {
  const field = bytes.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? field.length : end);
}

/** @param {Buffer} content */
function paxPath(content) {
  return /^\d+ path=(.*)$/m.exec(content.toString('utf8'))?.[1] ?? '';
}

/** @param {string} path */
function withoutTop(path) {
  return path.slice(path.indexOf('/') + 1);
}
