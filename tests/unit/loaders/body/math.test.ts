import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkBody } from '../../../../src/loaders/body/check.ts';

test('a formula has at most 10,000 letters, so that KaTeX is done with it soon', () => {
  const check = (letters: number) => {
    const tex = 'x'.repeat(letters);
    const { faults } = checkBody('', 'a.mdx', `A $${tex}$ here.\n\n$$\n${tex}\n$$\n`, {});
    return faults.map(({ rule, line, column }) => [rule, line, column]);
  };
  assert.deepEqual(check(10_000), []);
  assert.deepEqual(check(10_001), [
    ['too-large', 1, 4],
    ['too-large', 4, 1],
  ]);
});
