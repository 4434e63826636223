import assert from 'node:assert/strict';
import { test } from 'node:test';
import { output } from '../../../src/kinds/output/schema.ts';

const listPaths = (fields: object) =>
  output.safeParse(fields).error?.issues.map(({ path }) => path.join('.'));

test('only a talk or a poster has an event and a place, whatever else is wrong', () => {
  const given = { event: 'Conference', place: 'Lisbon' };
  assert.deepEqual(listPaths({ title: 5, type: 'software', ...given }), [
    'title',
    'event',
    'place',
  ]);
  assert.equal(listPaths({ title: 'A Talk', type: 'talk', ...given }), undefined);
});
