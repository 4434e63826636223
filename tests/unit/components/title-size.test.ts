import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sizeListedTitle, sizeTitle } from '../../../src/components/entry/title-size.ts';

test('a longer title takes a smaller size, and the usual one keeps its own', () => {
  const usual = 'Mesa-Optimization Probe: Do Transformers Learn Optimizers?';
  assert.equal(sizeTitle(usual), 'text-h2');
  assert.equal(sizeListedTitle(usual), 'text-h3');
  assert.equal(sizeTitle('a'.repeat(71)), 'text-h3');
  assert.equal(sizeListedTitle('a'.repeat(71)), 'text-h4');
  assert.equal(sizeTitle('a'.repeat(141)), 'text-h4 md:text-h3');
});
