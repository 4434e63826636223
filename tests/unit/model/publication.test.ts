import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildPublication } from '../../../src/kinds/paper/publication.ts';
import { paper } from '../../../src/kinds/paper/schema.ts';
import { english } from '../../../src/words/words.ts';

const venue = {
  acronym: 'SeCrypt',
  year: 2026,
  name: 'Security and Cryptography',
  kind: 'conference',
} as const;
const place = 'SeCrypt 2026 (Security and Cryptography)';

for (const [status, badge, line] of [
  ['draft', 'Working Draft', 'In progress'],
  ['preprint', 'Preprint', `Preprint at ${place}`],
  ['submitted', 'Submitted', `Submitted to ${place}`],
  ['accepted', 'Accepted', `Accepted at ${place}`],
  ['published', 'Published', `Published in ${place}`],
  ['withdrawn', 'Withdrawn', `Withdrawn from ${place}`],
  ['retracted', 'Retracted', `Retracted by ${place}`],
  ['withheld', 'Status Withheld', 'Where it stands is not told'],
] as const) {
  test(`a paper that is ${status}`, () => {
    const isStanding = !['withdrawn', 'retracted'].includes(status);
    assert.deepEqual(buildPublication({ status, venue }, english), {
      status,
      isStanding,
      badge,
      line,
      ...(status !== 'draft' && status !== 'withheld' && { venue: place }),
    });
  });
}

test('a venue can lack everything but its name, and so can a paper the venue', () => {
  const read = (fields: object) => {
    const data = paper.parse({ title: 'T', abstract: 'A', ...fields });
    return buildPublication(data, english).line;
  };
  assert.equal(read({ status: 'published', venue: 'NeurIPS 2025' }), 'Published in NeurIPS, 2025');
  assert.equal(read({ status: 'published', venue: 'A Journal' }), 'Published in A Journal');
  assert.equal(
    read({ status: 'accepted', venue: { acronym: 'C', name: 'A Conference' } }),
    'Accepted at C (A Conference)',
  );
  assert.equal(read({ status: 'published' }), 'Published');
  assert.equal(read({ status: 'preprint' }), 'Preprint');
  assert.equal(buildPublication({ status: 'withdrawn' }, english).line, 'Withdrawn');
  assert.equal(
    buildPublication({ status: 'withheld' }, english).line,
    'Where it stands is not told',
  );
});

for (const [written, status] of [
  ['under review', 'submitted'],
  ['In press', 'accepted'],
  ['to-appear', 'accepted'],
  ['working paper', 'draft'],
] as const)
  test(`the status “${written}” is ${status}`, () => {
    assert.equal(paper.parse({ title: 'T', abstract: 'A', status: written }).status, status);
  });
