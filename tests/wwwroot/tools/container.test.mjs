// What the container files promise beyond their form: nothing open but the web port, no password in them, and the same SDK as everywhere else.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';

const root = new URL('../../../', import.meta.url);
/** @param {string} name */
const read = (name) => readFileSync(new URL(name, root), 'utf8');
const compose = parse(read('docker-compose.yml'));
const dockerfile = read('Dockerfile');
const lines = dockerfile.split('\n');

test('only the web port is published, and to this machine alone', () => {
  const published = Object.entries(compose.services).flatMap(([name, service]) => (service.ports ?? []).map((/** @type {string} */ port) => `${name} ${port}`));
  assert.deepEqual(published, ['plangraph 127.0.0.1:${PLANGRAPH_PORT:-8080}:8080']);
  assert.equal(compose.networks.store.internal, true);
  assert.deepEqual(compose.services.neo4j.networks, ['store']);
});

test('compose refuses to start without a password', () => {
  const { neo4j, plangraph } = compose.services;
  assert.match(neo4j.environment.NEO4J_AUTH, /^neo4j\/\$\{NEO4J_PASSWORD:\?.+\}$/);
  assert.match(plangraph.environment.Neo4j__Password, /^\$\{NEO4J_PASSWORD:\?.+\}$/);
});

test('the application may write to its volume and nowhere else', () => {
  const { plangraph } = compose.services;
  assert.equal(plangraph.read_only, true);
  assert.deepEqual(plangraph.cap_drop, ['ALL']);
  assert.deepEqual(plangraph.volumes, ['plangraph-data:/data']);
  for (const volume of ['neo4j-data', 'plangraph-data']) assert.ok(volume in compose.volumes, volume);
});

test('Neo4j is of the line that the product is made for, and watched', () => {
  assert.match(compose.services.neo4j.image, /^neo4j:5\.26(\.\d+)?-community$/);
  assert.ok(compose.services.neo4j.healthcheck.test);
  assert.equal(compose.services.plangraph.depends_on.neo4j.condition, 'service_healthy');
});

test('the image is built with the SDK of global.json and runs without a shell, as nobody', () => {
  assert.ok(lines.includes(`FROM mcr.microsoft.com/dotnet/sdk:${JSON.parse(read('global.json')).sdk.version} AS build`));
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
  assert.match(last[0], /\/aspnet:10\.0-noble-chiseled-extra$/);
  assert.ok(last.includes('USER 1654'));
  for (const command of ['HEALTHCHECK', 'ENTRYPOINT']) assert.match(last.find((line) => line.startsWith(command)) ?? '', /\["dotnet", "PlanGraph\.Web\.dll"/);
  assert.ok(!last.some((line) => line.startsWith('RUN ')));
});

test('what the build needs is not kept out of it, and what is private is', () => {
  const ignored = read('.dockerignore').split('\n').filter((line) => line && !line.startsWith('#'));
  for (const needed of ['src', 'cypher', 'data', 'data/baerum', 'tools', 'wwwroot', 'libman.json', 'global.json', 'Directory.Build.props', 'BannedSymbols.txt'])
    assert.ok(!ignored.includes(needed), needed);
  for (const kept of ['.git', '.env', 'data/store', '**/bin', '**/obj', '**/node_modules']) assert.ok(ignored.includes(kept), kept);
});

test('no other file names an image registry', () => {
  const files = execFileSync('git', ['grep', '-l', '-I', 'mcr\\.microsoft\\.com'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
  assert.deepEqual(files.filter((file) => !['Dockerfile', 'tests/wwwroot/tools/container.test.mjs'].includes(file)), []);
});
