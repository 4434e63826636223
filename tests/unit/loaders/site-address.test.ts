import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '../../../src/cli/project.ts';
import { loadSiteAddress } from '../../../src/loaders/site-address.ts';

const example = join(projectFolder, 'examples/showcase');

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

for (const settings of [
  'address: [',
  'address: 5',
  'address: https://a:b@example.org/',
  'a: b',
  '',
  '\0',
])
  test(`no address is read from settings with a fault: ${JSON.stringify(settings)}`, () => {
    const root = mkdtempSync(join(tmpdir(), 'site-address-'));
    mkdirSync(join(root, 'content'));
    writeFileSync(join(root, 'content/site.yaml'), settings);
    assert.deepEqual(loadSiteAddress(root), { base: '/' });
    rmSync(root, { recursive: true });
    assert.deepEqual(loadSiteAddress(root), { base: '/' });
  });
