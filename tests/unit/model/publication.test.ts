import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildPublication } from '../../../src/model/publication.ts';
import { paper } from '../../../src/schema/paper.ts';

const venue = {
  acronym: 'SeCrypt',
  year: 2026,
  name: 'Security and Cryptography',
  kind: 'conference',
} as const;
const place = 'SeCrypt 2026 (Security and Cryptography)';

for (const [status, badge, line] of [
  ['draft', 'Working Draft', 'In progress'],
  ['submitted', 'Submitted', `Submitted to ${place}`],
  ['accepted', 'Accepted', `Accepted at ${place}`],
  ['published', 'Published', `Published in ${place}`],
  ['withdrawn', 'Withdrawn', `Withdrawn from ${place}`],
  ['retracted', 'Retracted', `Retracted by ${place}`],
] as const) {
  test(`a paper that is ${status}`, () => {
    const isStanding = !['withdrawn', 'retracted'].includes(status);
    assert.deepEqual(buildPublication(status, venue), {
      status,
      isStanding,
      badge,
      line,
      ...(status !== 'draft' && { venue: place }),
    });
  });
}

test('only a draft and a withdrawn paper can be without a venue', () => {
  const parse = (status: string) => paper.safeParse({ title: 'T', abstract: 'A', status }).success;
  assert.deepEqual(['draft', 'withdrawn', 'submitted', 'accepted', 'published'].map(parse), [
    true,
    true,
    false,
    false,
    false,
  ]);
  assert.equal(buildPublication('withdrawn', undefined).line, 'Withdrawn');
});
