import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { textsOf, webRoot } from '../page.mjs';

const texts = textsOf('nb', ['explore', 'shell', 'vocabulary']);
const folder = join(webRoot, 'app', 'explore');
const source = readdirSync(folder).filter((name) => name.endsWith('.js')).map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');

test('Every sentence the explorer asks for by name is there', () => {
  const asked = [...source.matchAll(/'((?:explore|shell)\.[\w.]+)'/g)].map(([, key]) => key).filter((key) => !key.endsWith('.'));
  assert.ok(asked.length > 80);
  assert.deepEqual(asked.filter((key) => !Object.hasOwn(texts, key)), []);
});

test('Every kind of node is counted in words', async () => {
  const { kindNames } = await import('../../../wwwroot/app/kinds.js');
  assert.deepEqual(kindNames.filter((kind) => !Object.hasOwn(texts, `explore.count.${kind}`) || !Object.hasOwn(texts, `explore.count.${kind}.one`)), []);
});

test('Every sentence of the explorer is used somewhere', () => {
  const made = /^explore\.(count|filter\.none|filter\.|layout\.|panes\.|side\.|flag\.|column\.|question\.|table\.|export\.)/;
  const unused = Object.keys(texts).filter((key) => key.startsWith('explore.') && !key.endsWith('.one') && !made.test(key) && !source.includes(`'${key}'`));
  assert.deepEqual(unused, []);
});
