// The rules the front end keeps, checked on the files that are shipped.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { webRoot } from './page.mjs';

/** @param {string} folder @param {string} end */
function files(folder, end) {
  return readdirSync(join(webRoot, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(end))
    .map((name) => ({ name: join(folder, name), text: readFileSync(join(webRoot, folder, name), 'utf8') }));
}

const scripts = files('app', '.js');
const sheets = [...files('styles', '.css'), ...files('app', '.css')];
const page = readFileSync(join(webRoot, 'index.html'), 'utf8');

/** @param {RegExp} pattern @param {string[]} allowed */
function scriptsWith(pattern, allowed) {
  return scripts.filter(({ name, text }) => pattern.test(text) && !allowed.includes(name.replaceAll('\\', '/'))).map(({ name }) => name);
}

test('Only api.js asks the server', () => {
  assert.deepEqual(scriptsWith(/\bfetch\(|XMLHttpRequest|new EventSource|sendBeacon/, ['app/api.js']), []);
});

test('Nothing sets markup from text', () => {
  assert.deepEqual(scriptsWith(/\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment|\beval\(|new Function/, []), []);
});

test('Nothing sets a style attribute, which the content security policy refuses', () => {
  assert.deepEqual(scriptsWith(/setAttribute\(\s*['"`]style|cssText|createElement\(\s*['"`]style/, []), []);
});

test('The page has no script or style inside it', () => {
  for (const [tag] of page.matchAll(/<script[^>]*>/g)) assert.match(tag, /\ssrc="\//);
  assert.doesNotMatch(page, /<style|\sstyle=|\son\w+=/);
});

test('Every file the page asks for is there', () => {
  const wanted = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path);
  assert.ok(wanted.length > 8);
  assert.deepEqual(wanted.filter((path) => !existsSync(join(webRoot, path))), []);
});

test('Every module imported is there, by a relative path', () => {
  const missing = scripts.flatMap(({ name, text }) => [...text.matchAll(/(?:\bfrom\s+|\bimport\()'([^']+)'/g)].map(([, path]) => path)
    .filter((path) => !path.startsWith('.') || !existsSync(join(webRoot, dirname(name), path))).map((path) => `${name}: ${path}`));
  assert.deepEqual(missing, []);
});

test('A style sheet asks for nothing from elsewhere, and only for files that are there', () => {
  for (const { name, text } of sheets)
    for (const [, path] of text.matchAll(/url\("([^"]+)"\)/g)) assert.ok(path.startsWith('/') && existsSync(join(webRoot, path)), `${name}: ${path}`);
});

test('A style sheet uses only tokens that are defined', () => {
  const defined = new Set(sheets.flatMap(({ text }) => [...text.matchAll(/(--pg-[\w-]+)\s*:/g)].map(([, name]) => name)));
  const unknown = sheets.flatMap(({ name, text }) => [...text.matchAll(/var\((--pg-[\w-]+)/g)].map(([, token]) => token).filter((token) => !defined.has(token)).map((token) => `${name}: ${token}`));
  assert.deepEqual(unknown, []);
});

test('Colours are written in tokens.css and on paper, nowhere else', () => {
  const elsewhere = sheets.filter(({ name }) => !/(?:tokens|print)\.css$/.test(name)).flatMap(({ name, text }) => [...text.matchAll(/(?<![\w-])#[\da-f]{3,8}\b|\brgba?\(/gi)].map(([found]) => `${name}: ${found}`));
  assert.deepEqual(elsewhere, []);
});
