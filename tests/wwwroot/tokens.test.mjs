// The contrast of every colour token in both themes, computed from the file that is shipped (WCAG 2.1, 1.4.3 and 1.4.11).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openPage, webRoot } from './page.mjs';

openPage();
const { kindNames, kinds } = await import('../../wwwroot/app/kinds.js');
const { relationNames, relations } = await import('../../wwwroot/app/relations.js');

const css = readFileSync(join(webRoot, 'styles', 'tokens.css'), 'utf8');
const pairs = new Map([...css.matchAll(/(--[\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map(([, name, light, dark]) => [name, { light, dark }]));
const themes = /** @type {const} */ (['light', 'dark']);

/** @param {string} name @param {'light' | 'dark'} theme */
function colour(name, theme) {
  const pair = pairs.get(name);
  assert.ok(pair, `${name} is not a colour in tokens.css`);
  return pair[theme];
}

/** @param {string} hex */
function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** @param {string} one @param {string} other */
function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** @param {string} front @param {string} back @param {number} least */
function check(front, back, least) {
  for (const theme of themes) {
    const ratio = contrast(colour(front, theme), colour(back, theme));
    assert.ok(ratio >= least, `${front} on ${back}, ${theme}: ${ratio.toFixed(2)} is less than ${least}`);
  }
}

const surfaces = ['--pg-page', '--pg-surface', '--pg-raised'];

test('The computation agrees with the definition: black on white is 21 to 1', () => {
  assert.equal(contrast('#000000', '#ffffff').toFixed(2), '21.00');
});

for (const name of ['--pg-text', '--pg-text-muted', '--pg-accent', '--pg-success', '--pg-info', '--pg-warning', '--pg-danger'])
  test(`${name} can be read on every surface`, () => surfaces.forEach((surface) => check(name, surface, 4.5)));

for (const name of ['--pg-text', '--pg-text-muted'])
  test(`${name} can be read on what is sunken and on the soft accent`, () => ['--pg-sunken', '--pg-accent-soft'].forEach((surface) => check(name, surface, 4.5)));

for (const name of [...pairs.keys()].filter((key) => key.startsWith('--pg-kind-') || key.startsWith('--pg-relation-')).concat('--pg-line-strong', '--pg-focus'))
  test(`${name} can be seen on every surface`, () => surfaces.forEach((surface) => check(name, surface, 3)));

for (const name of [...pairs.keys()].filter((key) => key.startsWith('--pg-score-')))
  test(`Text can be read on ${name}`, () => check('--pg-text', name, 4.5));

for (const family of ['accent', 'neutral'])
  test(`What Designsystemet's components say in ${family} can be read`, () => {
    const name = (/** @type {string} */ part) => `--ds-color-${family}-${part}`;
    for (const back of ['background-default', 'surface-default', 'surface-tinted', 'surface-hover']) {
      check(name('text-default'), name(back), 4.5);
      check(name('text-subtle'), name(back), 4.5);
    }
    for (const state of ['default', 'hover', 'active']) check(name('base-contrast-default'), name(`base-${state}`), 4.5);
    check(name('border-default'), name('surface-default'), 3);
  });

test('Every kind has a colour of its own, and a shape of its own', () => {
  assert.equal(new Set(kindNames.map((kind) => colour(`--pg-kind-${kinds[kind].token}`, 'light'))).size, kindNames.length);
  assert.equal(new Set(kindNames.map((kind) => colour(`--pg-kind-${kinds[kind].token}`, 'dark'))).size, kindNames.length);
  assert.equal(new Set(kindNames.map((kind) => kinds[kind].shape)).size, kindNames.length);
  assert.equal(new Set(kindNames.map((kind) => kinds[kind].path)).size, kindNames.length);
});

test('Every relation can be told from every other by its line alone, without colour', () => {
  const lines = relationNames.map((type) => `${relations[type].dash.join(' ')}|${relations[type].arrow}|${relations[type].width}`);
  assert.deepEqual(lines.filter((line, i) => lines.indexOf(line) !== i), []);
  for (const type of relationNames) colour(`--pg-relation-${relations[type].family}`, 'light');
});

test('Every kind is given its colour where lists and legends ask for it', () => {
  const components = readFileSync(join(webRoot, 'styles', 'components.css'), 'utf8');
  for (const kind of kindNames) assert.ok(components.includes(`[data-kind="${kind}"] { --pg-kind: var(--pg-kind-${kinds[kind].token}); }`), kind);
});
