import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paper } from '../../../src/kinds/paper/schema.ts';
import { buildPaper, buildThread, buildView } from './specimen.ts';

const pipeline = {
  parties: ["Holder's bank", 'Chain -- public'],
  stages: [
    {
      title: 'The "proof"',
      summary: 'It shows what it has to -- and no more.',
      items: [
        {
          name: "Witness's key",
          seenBy: [" Holder's bank"],
          hiddenFrom: ['Chain -- public'],
          basis: 'The "abstract"',
        },
      ],
    },
    { title: 'Record', items: [{ name: 'Hash', seenBy: ['Chain -- public'] }] },
  ],
};

const printed = {
  parties: ['Holder’s bank', 'Chain — public'],
  stages: [
    {
      title: 'The “proof”',
      summary: 'It shows what it has to — and no more.',
      items: [
        {
          name: 'Witness’s key',
          seenBy: ['Holder’s bank'],
          hiddenFrom: ['Chain — public'],
          basis: 'The “abstract”',
        },
      ],
    },
    { title: 'Record', items: [{ name: 'Hash', seenBy: ['Chain — public'], hiddenFrom: [] }] },
  ],
};

test('a pipeline is printed as prose is, its parties alike wherever they are named', () => {
  const { threads, papers } = buildView(
    {},
    [buildThread('probe', { pipeline })],
    [buildPaper('paper', { pipeline })],
  );
  assert.deepEqual(papers[0]?.pipeline, printed);
  assert.deepEqual(threads[0]?.pipeline, printed);
});

test('an entry without a pipeline has none', () => {
  const { threads, papers } = buildView({}, [buildThread('probe')], [buildPaper('paper')]);
  for (const view of [threads[0], papers[0]]) assert.equal(view && 'pipeline' in view, false);
});

test('a pipeline has two to six parties, and a stage with an item', () => {
  const accepts = (parties: string[], stages: object[]) =>
    paper.safeParse({
      title: 'A',
      status: 'draft',
      abstract: '.',
      pipeline: { parties, stages },
    }).success;
  const stages = [{ title: 'Stage', items: [{ name: 'Item', seenBy: ['A'] }] }];
  assert.ok(accepts(['A', 'B'], stages));
  assert.ok(accepts([...'ABCDEF'], stages));
  assert.ok(accepts(['A', 'B'.repeat(24)], stages));
  assert.equal(accepts(['A'], stages), false);
  assert.equal(accepts([...'ABCDEFG'], stages), false);
  assert.equal(accepts(['A', 'B'.repeat(25)], stages), false);
  assert.equal(accepts(['A', 'B'], []), false);
  assert.equal(accepts(['A', 'B'], [{ title: 'Stage', items: [] }]), false);
});
