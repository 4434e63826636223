import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, test } from 'node:test';
import { projectFolder } from '../../../src/cli/check.ts';
import { loadSiteAddress } from '../../../src/loaders/site-address.ts';

const example = join(projectFolder, 'tests/fixtures/example');

afterEach(() => delete process.env.SITE_ADDRESS);

for (const [address, expected] of [
  ['', { origin: 'https://example.org', base: '/example/' }],
  ['https://example.com', { origin: 'https://example.com', base: '/' }],
  ['https://example.com/a/b', { origin: 'https://example.com', base: '/a/b/' }],
  ['/', { base: '/' }],
  ['/review', { base: '/review/' }],
] as const)
  test(`the site is published at ${address || 'the address in its settings'}`, () => {
    process.env.SITE_ADDRESS = address;
    assert.deepEqual(loadSiteAddress(example), expected);
  });

test('a site without an address is at the root of whatever host it will have', () => {
  assert.deepEqual(loadSiteAddress(join(projectFolder, 'tests/fixtures/faults/base')), {
    base: '/',
  });
});
