import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { checkAttachment } from '../../../../src/loaders/attachments/check.ts';

const root = mkdtempSync(join(tmpdir(), 'attachments-'));
after(() => rmSync(root, { recursive: true }));
for (const folder of ['papers', 'threads'])
  mkdirSync(join(root, 'content', folder), { recursive: true });
writeFileSync(join(root, 'content/papers/titan.mdx'), '---\n---\n');
writeFileSync(join(root, 'content/threads/probe.mdx'), '---\n---\n');

const find = (address: string) =>
  checkAttachment(root, 'content/papers/one.mdx', address).map(({ rule, nearest, isSure }) => ({
    rule,
    nearest,
    isSure: isSure === true,
  }));

for (const [address, nearest, isSure] of [
  ['titan.mdx', '/papers/titan/', true],
  ['./titan.md', '/papers/titan/', true],
  ['../threads/probe.qmd', '/research/probe/', true],
  // The part of the page is checked when the page is linked.
  ['../threads/probe.mdx#sec-loss', '/research/probe/#sec-loss', false],
] as const)
  test(`a link to the source ${address} leads to its page`, () =>
    assert.deepEqual(find(address), [{ rule: 'bad-file', nearest, isSure }]));

test('a link to no source is missing, with the page of the nearest', () =>
  assert.deepEqual(find('./titam.mdx'), [
    { rule: 'missing-file', nearest: '/papers/titan/', isSure: true },
  ]));
