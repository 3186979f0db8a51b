// Serves the shipped front end and the bench page, opens them in headless Chromium, prints what the page measured.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const bench = fileURLToPath(new URL('.', import.meta.url));
const webRoot = fileURLToPath(new URL('../../wwwroot/', import.meta.url));
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.svg': 'image/svg+xml' };
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";

let finish = () => {};
const finished = new Promise((resolve) => { finish = resolve; });

const server = createServer(async (request, response) => {
  if (request.url === '/result') return take(request, response);
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
  const file = path.startsWith('/bench/') ? join(bench, path.slice(7)) : join(webRoot, path);
  try {
    const content = await readFile(file);
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': policy }).end(content);
  } catch (error) {
    response.writeHead(error.code === 'ENOENT' || error.code === 'EISDIR' ? 404 : 500).end();
  }
});

async function take(request, response) {
  let text = '';
  for await (const part of request) text += part;
  response.writeHead(204).end();
  const result = JSON.parse(text);
  if (result.done) finish();
  else print(result);
}

function print({ nodes, relations, ours, plain }) {
  const row = (name, unit) => `  ${name.padEnd(28)}${String(ours[unit]).padStart(8)}${String(plain[unit]).padStart(12)}${(ours[unit] / plain[unit]).toFixed(2).padStart(9)}`;
  console.log(`${nodes} nodes, ${relations} relations`.padEnd(30), 'explorer', ' plain Cytoscape', '  ratio');
  console.log([row('first picture, ms', 'first'), row('pan, everything in sight, fps', 'all'), row('pan, zoom 1, fps', 'near'), row('wheel zoom, fps', 'wheel')].join('\n'));
}

server.listen(0, '127.0.0.1');
await once(server, 'listening');
const profile = await mkdtemp(join(tmpdir(), 'plangraph-bench-'));
const chromium = spawn(process.env.CHROMIUM ?? '/usr/bin/chromium', [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--window-size=1280,800', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  `--user-data-dir=${profile}`, `http://127.0.0.1:${server.address().port}/bench/bench.html`,
], { stdio: 'ignore' });
chromium.on('error', (error) => { console.error(`Chromium could not be started: ${error.message}`); process.exit(69); });
const ended = once(chromium, 'exit');
await Promise.race([finished, ended.then(() => { throw new Error('Chromium ended before the bench did'); })]);
chromium.kill();
await ended;
server.close();
await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
