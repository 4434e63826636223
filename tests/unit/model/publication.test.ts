import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildPublication } from '../../../src/kinds/paper/publication.ts';
import { paper } from '../../../src/kinds/paper/schema.ts';
import { paperStatus } from '../../../src/schema/status.ts';

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
  ['withheld', 'Status Withheld', 'Where it stands is not told'],
] as const) {
  test(`a paper that is ${status}`, () => {
    const isStanding = !['withdrawn', 'retracted'].includes(status);
    assert.deepEqual(buildPublication(status, venue), {
      status,
      isStanding,
      badge,
      line,
      ...(status !== 'draft' && status !== 'withheld' && { venue: place }),
    });
  });
}

test('only a paper whose status tells of a venue needs one', () => {
  const needing = paperStatus.options.filter(
    (status) => !paper.safeParse({ title: 'T', abstract: 'A', status }).success,
  );
  assert.deepEqual(needing, ['submitted', 'accepted', 'published']);
  assert.equal(buildPublication('withdrawn', undefined).line, 'Withdrawn');
  assert.equal(buildPublication('withheld', undefined).line, 'Where it stands is not told');
});
