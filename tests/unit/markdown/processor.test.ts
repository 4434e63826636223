import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, test } from 'node:test';
import { readCached, writeCached } from '../../../src/cache/file-cache.ts';
import type { MarkdownOptions } from '../../../src/markdown/index.ts';
import { buildProcessor } from '../../../src/markdown/processor.ts';
import { references } from './rendered.ts';

const folder = mkdtempSync(join(tmpdir(), 'bodies-'));
const cache = { folder, version: '1' };
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const body = `
A claim [@one], a formula $\\E$, [a file](./a.pdf), and @entry-titan.

## A heading
`;

const options: MarkdownOptions = {
  base: '/',
  readFields: () => ({ background: true }),
  references: () => references,
  macros: () => ({ '\\E': '\\mathbb{E}' }),
  findFile: () => ({ file: 'a', name: 'a.pdf', path: '/a.pdf', size: 9, fragment: '' }),
  language: () => 'en',
  findEntry: () => ({ title: 'Titan', address: '/papers/titan/', labels: [] }),
};

/** Compiles a body as a build of its own. */
async function compile(change: Partial<MarkdownOptions> = {}, text = body, path = 'a.mdx') {
  const processor = buildProcessor({ ...options, ...change }, cache);
  const renderer = await processor.createMdxRenderer?.(
    { syntaxHighlight: false },
    { optimize: true },
  );
  return (await renderer?.process(text, path, {}))?.code;
}

/** Puts a mark in place of each kept result, by which it is recognized. */
function markKept(): void {
  for (const key of readdirSync(folder)) {
    const result = JSON.parse(String(readCached(cache, key))) as { compiled: { code: string } };
    result.compiled.code = 'kept';
    writeCached(cache, key, Buffer.from(JSON.stringify(result)));
  }
}

test('a body that is as it was is not compiled again', async () => {
  const plain = await buildProcessor(options).createMdxRenderer?.(
    { syntaxHighlight: false },
    { optimize: true },
  );
  assert.equal(await compile(), (await plain?.process(body, 'a.mdx', {}))?.code);
  markKept();
  assert.equal(await compile(), 'kept');
});

test('a change of each thing that a body reads compiles it again', async () => {
  await compile();
  markKept();
  const one = references.get('one');
  assert.ok(one);
  const gone = (): never => {
    throw new Error('The file has gone.');
  };
  const changes: Partial<MarkdownOptions>[] = [
    { base: '/portfolio/' },
    { readFields: () => ({ background: false }) },
    { references: () => new Map([['one', { ...one, year: '1999' }]]) },
    { macros: () => ({ '\\E': '\\mathbf{E}' }) },
    {
      findFile: () => ({ file: 'a', name: 'a.pdf', path: '/a.pdf', size: 10, fragment: '' }),
    },
    { findEntry: () => ({ title: 'Titan II', address: '/papers/titan/', labels: [] }) },
  ];
  for (const change of changes) {
    assert.notEqual(await compile(change), 'kept', Object.keys(change)[0]);
    markKept();
    await compile();
    markKept();
  }
  assert.notEqual(await compile({}, `${body}\nMore.\n`), 'kept');
  assert.notEqual(await compile({}, body, 'b.mdx'), 'kept');
  await assert.rejects(compile({ findFile: gone }), /The file has gone/);
});

test('what a body does not read leaves it as it is', async () => {
  const text = 'Words alone.\n';
  await compile({}, text);
  markKept();
  assert.equal(await compile({ findEntry: () => undefined }, text), 'kept');
});

test('each body keeps its own questions where several are compiled at once', async () => {
  const processor = buildProcessor(options, cache);
  const renderer = await processor.createMdxRenderer?.(
    { syntaxHighlight: false },
    { optimize: true },
  );
  await Promise.all([
    renderer?.process('See @entry-titan.\n', 'a.mdx', {}),
    renderer?.process('Words alone.\n', 'b.mdx', {}),
  ]);
  markKept();
  const other = { findEntry: () => ({ title: 'II', address: '/', labels: [] }) };
  assert.notEqual(await compile(other, 'See @entry-titan.\n', 'a.mdx'), 'kept');
  assert.equal(await compile(other, 'Words alone.\n', 'b.mdx'), 'kept');
});
