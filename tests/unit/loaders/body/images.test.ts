import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { checkImageFile } from '../../../../src/loaders/body/images.ts';

const root = mkdtempSync(join(tmpdir(), 'images-'));
after(() => rmSync(root, { recursive: true }));
for (const path of ['figures/curve.png', 'one/e f.png', 'chart.png']) {
  mkdirSync(join(root, 'content/papers', path, '..'), { recursive: true });
  writeFileSync(join(root, 'content/papers', path), 'x');
}

const check = (address: string) =>
  checkImageFile(address, { root, file: 'content/papers/one.mdx' }).map(({ nearest }) => nearest);

test('the nearest address of a picture is one that the check takes', () => {
  for (const [address, nearest] of [
    ['figures/curve.png', './figures/curve.png'],
    ['figures/curves.png', './figures/curve.png'],
    ['chart.png', './chart.png'],
    ['./charts.png', './chart.png'],
    ['./e%20f.png', './one/e%20f.png'],
    ['e%20f.png', './one/e%20f.png'],
    ['./figures/curves.png', './figures/curve.png'],
  ] as const) {
    assert.deepEqual(check(address), [nearest], address);
    assert.deepEqual(check(nearest), [], nearest);
  }
});
