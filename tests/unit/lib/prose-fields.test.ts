import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listProse } from '../../../src/lib/prose-fields.ts';

test('prose is listed in the order of the page, whatever the order of the fields', () => {
  const fields = {
    analyses: [{ mark: 'A', title: 'T', summary: 'six' }],
    phases: [{ summary: 'three' }, { title: 'none' }, { summary: 'four' }],
    abstract: 'seven',
    approach: 'two',
    title: 'none',
    question: 'one',
  };
  assert.deepEqual(
    listProse(fields).map(({ path, text }) => `${path.join('.')} ${text}`),
    [
      'question one',
      'approach two',
      'phases.0.summary three',
      'phases.2.summary four',
      'analyses.0.summary six',
      'abstract seven',
    ],
  );
});

test('what is not as it should be has no prose', () => {
  const broken = [
    undefined,
    null,
    'question',
    {
      question: 1,
      approach: ['a'],
      phases: { summary: 'a' },
      analyses: ['a', null, { summary: [] }],
    },
  ];
  for (const fields of broken) assert.deepEqual(listProse(fields), []);
});
