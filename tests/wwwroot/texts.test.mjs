import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openPage, textsOf, webRoot } from './page.mjs';

openPage();
const { phrase } = await import('../../wwwroot/app/texts.js');
const { kindNames } = await import('../../wwwroot/app/kinds.js');
const { relationNames } = await import('../../wwwroot/app/relations.js');

const languages = /** @type {const} */ (['nb', 'nn', 'en']);
const features = readdirSync(join(webRoot, 'texts', 'nb')).map((name) => name.replace(/\.json$/, ''));
const placeholders = (/** @type {string} */ text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test('Placeholders are filled in, and one without a value stays as it is', () => {
  assert.equal(phrase({ a: 'Fra {from} til {to}' }, 'a', { from: 2022 }), 'Fra 2022 til {to}');
});

test('A value cannot smuggle in another placeholder', () => {
  assert.equal(phrase({ a: '{x}{y}' }, 'a', { x: '{y}', y: 'z' }), '{y}z');
});

test('One of something has its own form where there is one', () => {
  const table = { plans: '{count} planer', 'plans.one': '{count} plan', goals: '{count} mål' };
  assert.equal(phrase(table, 'plans', { count: 1 }), '1 plan');
  assert.equal(phrase(table, 'plans', { count: 2 }), '2 planer');
  assert.equal(phrase(table, 'goals', { count: 1 }), '1 mål');
});

test('A key without a text shows itself and is logged', (context) => {
  const log = context.mock.method(console, 'error', () => {});
  assert.equal(phrase({}, 'toString', {}), 'toString');
  assert.equal(log.mock.callCount(), 1);
});

for (const language of languages)
  test(`The texts of ${language} are the same files, keys and placeholders as those of nb`, () => {
    assert.deepEqual(readdirSync(join(webRoot, 'texts', language)).sort(), features.map((name) => `${name}.json`).sort());
    for (const feature of features) {
      const nb = textsOf('nb', [feature]);
      const other = textsOf(language, [feature]);
      assert.deepEqual(Object.keys(other).sort(), Object.keys(nb).sort(), feature);
      for (const [key, text] of Object.entries(other)) {
        assert.ok(text.trim() === text && text !== '', `${feature}: ${key} is empty or has blanks around it`);
        assert.deepEqual(placeholders(text), placeholders(nb[key]), `${feature}: ${key}`);
      }
    }
  });

test('No key is in the files of two features', () => {
  const keys = features.flatMap((feature) => Object.keys(textsOf('nb', [feature])));
  assert.deepEqual(keys.filter((key, i) => keys.indexOf(key) !== i), []);
});

test('Every kind and every relation has its words', () => {
  const texts = textsOf('nb', ['vocabulary']);
  const needed = [...kindNames.flatMap((kind) => [`kind.${kind}`, `kind.${kind}.plural`]),
    ...relationNames.flatMap((type) => [`relation.${type}`, `relation.${type}.inverse`])];
  assert.deepEqual(needed.filter((key) => !Object.hasOwn(texts, key)), []);
});

test('Every key written out in the code has a text', () => {
  const texts = textsOf('nb', features);
  const files = readdirSync(join(webRoot, 'app'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  const missing = files.flatMap((name) => [...readFileSync(join(webRoot, 'app', name), 'utf8').matchAll(/(?<![\w.])t\('([^']+)'/g)]
    .map(([, key]) => key).filter((key) => !Object.hasOwn(texts, key)).map((key) => `${name}: ${key}`));
  assert.deepEqual(missing, []);
});
