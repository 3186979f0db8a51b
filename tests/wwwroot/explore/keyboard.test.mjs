import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directions, readingOrder, toward } from '../../../wwwroot/app/explore/keyboard.js';

const around = [{ id: 'up', x: 0, y: -150 }, { id: 'right', x: 150, y: 10 }, { id: 'right-far', x: 600, y: 0 }, { id: 'down-left', x: -140, y: 160 }];

test('An arrow key leads to the neighbour that lies that way, the nearer of two', () => {
  assert.equal(toward({ x: 0, y: 0 }, directions.ArrowUp, around), 'up');
  assert.equal(toward({ x: 0, y: 0 }, directions.ArrowRight, around), 'right');
  assert.equal(toward({ x: 0, y: 0 }, directions.ArrowDown, around), 'down-left');
  assert.equal(toward({ x: 0, y: 0 }, directions.ArrowLeft, around), 'down-left');
});

test('An arrow key leads nowhere when nothing lies that way', () => {
  assert.equal(toward({ x: 0, y: 0 }, directions.ArrowLeft, [around[1]]), undefined);
});

test('Every neighbour lies in some direction', () => {
  for (let degrees = 0; degrees < 360; degrees += 5) {
    const one = { id: 'a', x: Math.cos((degrees * Math.PI) / 180) * 200, y: Math.sin((degrees * Math.PI) / 180) * 200 };
    assert.ok(Object.values(directions).some((direction) => toward({ x: 0, y: 0 }, direction, [one]) === 'a'), `${degrees}`);
  }
});

test('The sheet is read in bands from the top, each from the left', () => {
  assert.deepEqual(readingOrder([{ id: 'c', x: 0, y: 200 }, { id: 'b', x: 90, y: 10 }, { id: 'a', x: 5, y: 40 }]), ['a', 'b', 'c']);
});
