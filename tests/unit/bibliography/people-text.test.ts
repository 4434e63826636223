import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitPeople } from '../../../src/bibliography/people-text.ts';

const divided: [text: string, names: string[], isSure: boolean][] = [
  ['Jane Doe and Richard Roe', ['Jane Doe', 'Richard Roe'], true],
  ['Doe, Jane; Roe, Richard', ['Doe, Jane', 'Roe, Richard'], true],
  ['Plato and Aristotle', ['Plato', 'Aristotle'], true],
  ['Smith, Jones and Brown', ['Smith, Jones', 'Brown'], false],
  ['Jane and John Doe', ['Jane', 'John Doe'], false],
  ['Center for AI, Jane Doe', ['Center for AI', 'Jane Doe'], false],
  ["['Jane Doe', 'Richard Roe']", ['Jane Doe', 'Richard Roe'], false],
  ["['Jane Doe', 'Richard Roe", ['Jane Doe', 'Richard Roe'], false],
];

for (const [text, names, isSure] of divided)
  test(`the people in ${text} are ${names.join(' – ')}`, () => {
    assert.deepEqual(splitPeople(text), { names, andOthers: false, isSure });
  });
