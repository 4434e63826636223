import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '../../../src/cli/project.ts';
import { loadSiteAddress } from '../../../src/loaders/site-address.ts';

const example = join(projectFolder, 'tests/fixtures/example');

for (const [address, expected] of [
  [undefined, { origin: 'https://example.org', base: '/example/' }],
  ['https://example.com', { origin: 'https://example.com', base: '/' }],
  ['https://example.com/a/b', { origin: 'https://example.com', base: '/a/b/' }],
  ['/', { base: '/' }],
  ['/review', { base: '/review/' }],
] as const)
  test(`the site is published at ${address ?? 'the address in its settings'}`, () => {
    assert.deepEqual(loadSiteAddress(example, address), expected);
  });

test('a site without an address is at the root of whatever host it will have', () => {
  assert.deepEqual(loadSiteAddress(join(projectFolder, 'tests/fixtures/faults/base')), {
    base: '/',
  });
});
