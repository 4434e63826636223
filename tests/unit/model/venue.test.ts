import assert from 'node:assert/strict';
import { test } from 'node:test';
import { venue } from '../../../src/kinds/paper/venue.ts';

test('a venue in one text has a name, a year and a kind', () => {
  const read = (text: string) => {
    const { name, year, kind } = venue.parse(text);
    return [name, year, kind];
  };
  assert.deepEqual(read('NeurIPS 2025'), ['NeurIPS', 2025, 'conference']);
  assert.deepEqual(read('Nature 634 (2024)'), ['Nature 634', 2024, 'conference']);
  assert.deepEqual(read('Journal of Examples, 2025'), ['Journal of Examples', 2025, 'journal']);
  assert.deepEqual(read('Workshop on Examples'), ['Workshop on Examples', undefined, 'workshop']);
  assert.equal(read('Journal of Physics: Conference Series 2025')[2], 'journal');
  assert.equal(read('Conference on Letters and Annals 2025')[2], 'conference');
  assert.equal(read('Workshop on a Journal')[2], 'workshop');
  assert.deepEqual(read('arXiv'), ['arXiv', undefined, 'preprint-server']);
});

test('a venue in its parts has the kind that its name says, unless it states one', () => {
  const read = (parts: object) => venue.parse(parts).kind;
  assert.equal(read({ name: 'Journal of Examples', year: 2025 }), 'journal');
  assert.equal(read({ name: 'Conference on Examples' }), 'conference');
  assert.equal(read({ name: 'Journal of Examples', kind: 'workshop' }), 'workshop');
});
