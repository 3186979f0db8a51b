import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dice, randomGraph } from './graphs.mjs';
import * as logic from '../../../wwwroot/app/explore/explore-logic.js';
import { fromAddress, toAddress } from '../../../wwwroot/app/explore/view-address.js';

/** @param {string} address */
function read(address) {
  const [search, hash = ''] = address.split('#');
  return fromAddress(search, hash && `#${hash}`);
}

/** @param {number} seed @returns {logic.View} */
function randomView(seed) {
  const random = dice(seed);
  let view = logic.emptyView;
  for (const id of randomGraph(seed, 5 + Math.floor(random() * 140)).nodes.keys()) {
    const there = Object.keys(view.nodes);
    const origin = random() < 0.6 && there.length > 0 ? there[Math.floor(random() * there.length)] : '';
    view = logic.addNodes(view, { [id]: { x: Math.round(random() * 4000) - 2000, y: Math.round(random() * 4000) - 2000 } }, origin, there.filter(() => random() < 0.05));
  }
  const ids = Object.keys(view.nodes);
  view = logic.focusOn(logic.select(view, ids.slice(0, Math.floor(random() * 3))), random() < 0.5 ? ids[0] : null);
  view = logic.hide(logic.hide(view, 'kinds', random() < 0.5 ? ['Sdg', 'Goal'] : []), 'statuses', random() < 0.5 ? ['planStatus.adopted', 'none'] : []);
  view = logic.hide(view, 'sectors', random() < 0.5 ? ['sector/plan-miljo-og-kultur'] : []);
  return { ...view, hideLoose: random() < 0.5, layout: random() < 0.5 ? 'hierarchy' : 'free', panes: random() < 0.5 ? 'both' : 'graph', path: random() < 0.3 ? [ids[0], ids[1]] : null };
}

test('An address holds the whole view', () => {
  for (let seed = 1; seed <= 150; seed++) {
    const view = randomView(seed);
    const back = read(toAddress(view));
    assert.deepEqual(back.view, view, `seed ${seed}`);
    assert.equal(back.unreadable, 0);
  }
});

test('An address is readable, and survives being percent-encoded on its way', () => {
  const view = logic.select(logic.addNodes(logic.addNodes(logic.emptyView, { 'plan/a': { x: 12.4, y: -80.6 } }), { 'goal/b': { x: 1, y: 2 } }, 'plan/a'), ['plan/a']);
  const address = toAddress(view);
  assert.equal(address, '?n=plan/a,12,-81~goal/b,1,2,0&selected=plan/a');
  assert.deepEqual(read(`?${new URLSearchParams(address)}`).view, read(address).view);
});

test('A large view goes behind the hash, where no server measures its length', () => {
  const view = randomView(7);
  const many = logic.addNodes(view, Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`plan/en-plan-med-et-langt-navn-${i}`, { x: i, y: i }])));
  const address = toAddress(many);
  assert.ok(address.split('#')[0].length < 1500);
  assert.deepEqual(read(address).view, many);
});

test('An empty view has no address of its own', () => {
  assert.equal(toAddress(logic.emptyView), '');
  assert.deepEqual(read('').view, logic.emptyView);
});

test('What cannot be read is counted and skipped', () => {
  const { view, unreadable } = read('?n=plan/a,1,2~plan/b,x,2~PLAN/c,1,2~plan/d,1~<script>,1,2~plan/e,1,2,0.zz.!&selected=plan/a,hei');
  assert.deepEqual(Object.keys(view.nodes), ['plan/a']);
  assert.equal(unreadable, 6);
});

test('No address, however mangled, fails or gives a node without a place', () => {
  const random = dice(5);
  const good = toAddress(randomView(3));
  for (let i = 0; i < 2000; i++) {
    const letters = [...good];
    for (let j = 0; j < 4; j++) letters[Math.floor(random() * letters.length)] = String.fromCharCode(32 + Math.floor(random() * 95));
    const { view } = read(letters.join(''));
    for (const { x, y, by } of Object.values(view.nodes)) assert.ok(Number.isInteger(x) && Number.isInteger(y) && by.length > 0);
    assert.ok(view.selection.every((id) => view.nodes[id]));
  }
});

test('A link from elsewhere can ask for nodes, expansions and a connection', () => {
  const { request, view } = read('?show=plan/a,goal/b&expand=plan/a,goal/b:RESPONDS_TO:in&from=plan/a&to=plan/c');
  assert.deepEqual(request, { show: ['plan/a', 'goal/b'], selected: [], expand: [{ id: 'plan/a', direction: null }, { id: 'goal/b', direction: { type: 'RESPONDS_TO', outgoing: false } }] });
  assert.deepEqual(view.path, ['plan/a', 'plan/c']);
});
