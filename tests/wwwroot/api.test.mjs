import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, beforeEach, test } from 'node:test';
import { openPage } from './page.mjs';

openPage();
const api = await import('../../wwwroot/app/api.js');

/** @type {{ status: number, type: string, body: string }} */
let answer;
/** @type {{ method?: string, url?: string, headers: import('node:http').IncomingHttpHeaders, body: string }} */
let asked;
/** @type {string} */
let base;

const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  asked = { method: request.method, url: request.url, headers: request.headers, body };
  response.writeHead(answer.status, { 'Content-Type': answer.type });
  response.end(answer.body);
});

before(async () => {
  await new Promise((resolve) => server.listen(0, 'localhost', () => resolve(undefined)));
  base = `http://localhost:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
});
beforeEach(() => { answer = { status: 200, type: 'application/json; charset=utf-8', body: '{"title":"Klimastrategi 2030"}' }; });
after(() => server.close());

test('A request says who sends it and in which language, and gives what the server answered', async () => {
  document.documentElement.lang = 'nn';
  assert.deepEqual(await api.get(`${base}/api/plans`, { query: { status: 'adopted', kind: ['Plan', 'Goal'], sector: null, q: '' } }), { title: 'Klimastrategi 2030' });
  assert.equal(asked.url, '/api/plans?status=adopted&kind=Plan&kind=Goal');
  assert.equal(asked.headers['x-pg'], '1');
  assert.equal(asked.headers['accept-language'], 'nn');
});

test('What is sent is JSON', async () => {
  await api.put(`${base}/api/plans/a`, { title: 'Æ' }, { headers: { 'If-Match': '"3"' } });
  assert.equal(asked.method, 'PUT');
  assert.equal(asked.headers['content-type'], 'application/json');
  assert.equal(asked.headers['if-match'], '"3"');
  assert.deepEqual(JSON.parse(asked.body), { title: 'Æ' });
});

test('A file is sent as a form', async () => {
  const form = new FormData();
  form.append('file', new Blob(['a;b']), 'planer.csv');
  await api.post(`${base}/api/imports`, form);
  assert.match(asked.headers['content-type'] ?? '', /^multipart\/form-data; boundary=/);
  assert.match(asked.body, /filename="planer\.csv"/);
});

test('An answer without content is nothing', async () => {
  answer = { status: 204, type: '', body: '' };
  assert.equal(await api.remove(`${base}/api/plans/a`), undefined);
});

test('A problem becomes an error with the plain sentence of the server', async () => {
  answer = { status: 409, type: 'application/problem+json', body: '{"title":"Conflict","detail":"Planen er endret av en annen.","current":4}' };
  await assert.rejects(api.get(`${base}/api/plans/a`), (error) => {
    assert.ok(error instanceof api.ApiError);
    assert.equal(error.status, 409);
    assert.equal(error.message, 'Planen er endret av en annen.');
    assert.equal(error.problem.current, 4);
    return true;
  });
});

test('An answer that is no problem document becomes an error without a sentence', async () => {
  answer = { status: 502, type: 'text/html', body: '<h1>Bad gateway</h1>' };
  await assert.rejects(api.get(`${base}/x`), { status: 502, message: '' });
});

test('Not being signed in is told once, and is an error too', async () => {
  let told = 0;
  api.whenSignedOut(() => { told += 1; });
  answer = { status: 401, type: 'application/problem+json', body: '{}' };
  await assert.rejects(api.get(`${base}/api/me`), { status: 401 });
  assert.equal(told, 1);
});

test('A server that cannot be reached is an error with status 0', async () => {
  await assert.rejects(api.get('http://localhost:1/'), { name: 'ApiError', status: 0 });
});

test('A request nobody waits for any more ends as an abort, not as a failure', async () => {
  await assert.rejects(api.get(`${base}/x`, { signal: AbortSignal.abort() }), { name: 'AbortError' });
});
