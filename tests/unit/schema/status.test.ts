import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paperStatus } from '../../../src/schema/status.ts';

test('a status is read in other usual words and in capitals', () => {
  const read = (words: string) => paperStatus.safeParse(words).data;
  assert.equal(read('Published'), 'published');
  assert.equal(read('Under Review'), 'submitted');
  assert.equal(read('in-press'), 'accepted');
  assert.equal(read('done'), undefined);
});
