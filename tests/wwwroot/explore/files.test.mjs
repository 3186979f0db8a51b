import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import { csv } from '../../../wwwroot/app/explore/csv.js';
import { svgFile } from '../../../wwwroot/app/explore/svg-file.js';

test('A table for Excel has a byte order mark, semicolons and CRLF, and quotes what needs it', () => {
  assert.equal(csv(['Tittel', 'Antall'], [['Klima; og «miljø»', 3], ['Han sa "nei"\nto ganger', '']]),
    '\uFEFFTittel;Antall\r\n"Klima; og «miljø»";3\r\n"Han sa ""nei""\nto ganger";\r\n');
});

test('A title cannot become a formula, and a number below zero stays a number', () => {
  assert.equal(csv(['a'], [['=HYPERLINK("x")'], ['+1'], ['@x'], ['-2'], [-2]]), '\uFEFFa\r\n"\'=HYPERLINK(""x"")"\r\n\'+1\r\n\'@x\r\n\'-2\r\n-2\r\n');
});

/** @type {import('../../../wwwroot/app/explore/svg-file.js').SvgScene} */
const scene = {
  background: 'white', ink: 'black', title: 'A & <B>', foot: 'Uttrekk', fontSize: 13, lineHeight: 16,
  nodes: [{ at: { x: 0, y: 0 }, radius: 19, path: 'M2 2h12v12H2z', fill: '#eee', stroke: '#333', broken: true, lines: ['«Bedre læring»', '<script>'] }, { at: { x: 300, y: 100 }, radius: 19, path: 'M2 2h12v12H2z', fill: '#eee', stroke: '#333', broken: false, lines: ['B'] }],
  lines: [{ from: { x: 20, y: 5 }, to: { x: 280, y: 95 }, bends: [{ x: 150, y: 20 }], color: 'green', width: 2, dash: [8, 4], head: 'triangle', tail: true, mark: '+2' }],
};

test('A vector drawing is well-formed and holds every shape, line, head, ring and word', () => {
  const document = new JSDOM(svgFile(scene), { contentType: 'image/svg+xml' }).window.document;
  assert.equal(document.querySelector('parsererror'), null);
  assert.deepEqual([...document.querySelectorAll('tspan')].map((one) => one.textContent), ['«Bedre læring»', '<script>', 'B']);
  assert.equal(document.querySelector('title')?.textContent, 'A & <B>');
  assert.equal(document.querySelectorAll('script').length, 0);
  assert.equal(document.querySelectorAll('circle').length, 1);
  assert.equal(document.querySelectorAll('path').length, 4);
  assert.match(document.documentElement.textContent ?? '', /\+2/);
});

test('A vector drawing has room for everything in it', () => {
  const [left, top, width, height] = (/viewBox="([^"]+)"/.exec(svgFile(scene))?.[1] ?? '').split(' ').map(Number);
  assert.ok(left < -40 && top < -19 && left + width > 330 && top + height > 141);
});

test('A drawing of nothing is still a drawing', () => {
  assert.match(svgFile({ ...scene, nodes: [], lines: [] }), /viewBox="0 0 400 200"/);
});
