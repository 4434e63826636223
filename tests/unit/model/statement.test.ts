import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listMethods } from '../../../src/kinds/thread/method.ts';
import { buildThread, buildView } from './specimen.ts';

const summary = 'What is done.';

const { contacts, threads } = buildView(
  { author: { github: 'ada', orcid: '0000-0002-1825-0097', email: 'ada@example.org' } },
  [
    buildThread('whole', {
      order: 1,
      approach: 'Train -- then look.',
      phases: [
        { title: 'Train', summary },
        { title: 'Look', summary },
      ],
      architectures: [{ name: 'BERT', family: 'Transformer', mixing: 'softmax-attention' }],
      analyses: [{ mark: 'E', title: 'Errors', summary }],
    }),
    buildThread('asking', { order: 2 }),
    buildThread('approaching', { order: 3, approach: 'Think.' }),
  ],
  [],
);
const methods = listMethods(threads);

test('a method is the approach whole, and of everything else the names under their headings', () => {
  const [whole] = methods;
  assert.ok(whole);
  const { approach, ...method } = whole;
  assert.equal(approach?.plain, 'Train — then look.');
  assert.deepEqual(method, {
    title: 'whole',
    address: '/portfolio/research/whole/',
    tint: { 'data-accent': 'viridian' },
    lists: [
      { heading: 'Two-Phase Methodology', items: [{ title: 'Train' }, { title: 'Look' }] },
      { heading: 'Architectures Under Study', items: [{ title: 'BERT' }] },
      { heading: 'One Analysis', items: [{ title: 'Errors' }] },
    ],
  });
});

test('a thread that tells nothing of how it works has no method', () => {
  assert.deepEqual(
    methods.map(({ title }) => title),
    ['whole', 'approaching'],
  );
});

test('an account is written as it is read on paper', () => {
  assert.deepEqual(
    contacts.map(({ title }) => title),
    ['github.com/ada', 'orcid.org/0000-0002-1825-0097', 'ada@example.org'],
  );
});
