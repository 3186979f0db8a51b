import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './page.mjs';

openPage();
const { importLibrary, loadScript } = await import('../../wwwroot/app/libraries.js');

test('The graph library and its layered layout are there and work together', async () => {
  const { default: cytoscape } = await importLibrary('cytoscape/dist/cytoscape.esm.min.mjs');
  cytoscape.use((await importLibrary('cytoscape-dagre/dist/cytoscape-dagre.min.mjs')).default);
  const graph = cytoscape({ headless: true, styleEnabled: true, elements: [{ data: { id: 'a' } }, { data: { id: 'b' } }, { data: { id: 'ab', source: 'a', target: 'b' } }] });
  graph.layout({ name: 'dagre', animate: false }).run();
  assert.notEqual(graph.$id('a').position('y'), graph.$id('b').position('y'));
  graph.destroy();
});

for (const path of ['../app/main.js', 'https://elsewhere.test/x.js', '//elsewhere.test/x.js'])
  test(`A script from ${path} is refused, since it is not one of our libraries`, async () => {
    await assert.rejects(loadScript(path), TypeError);
    assert.equal(document.querySelector('script'), null);
  });
