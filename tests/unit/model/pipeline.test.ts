import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paper } from '../../../src/kinds/paper/schema.ts';
import { buildPaper, buildThread, buildView } from './specimen.ts';

const pipeline = {
  parties: ["Holder's bank", 'Chain -- public'],
  backgroundParties: ["Holder's bank"],
  variants: { label: 'The "form"', options: ['In -- part', 'Whole'] },
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
    {
      title: 'Record',
      items: [{ name: 'Hash', variant: 'In -- part', seenBy: ['Chain -- public'] }],
    },
  ],
};

const printed = {
  parties: ['Holder’s bank', 'Chain — public'],
  backgroundParties: ['Holder’s bank'],
  variants: { label: 'The “form”', options: ['In — part', 'Whole'] },
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
    {
      title: 'Record',
      items: [{ name: 'Hash', variant: 'In — part', seenBy: ['Chain — public'], hiddenFrom: [] }],
    },
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

test('background parties and variants of items are names of their lists, and no item is twice in one variant', () => {
  const listFaults = (fields: object, items: object[]) => {
    const result = paper.safeParse({
      title: 'A',
      status: 'draft',
      abstract: '.',
      pipeline: { parties: ['A', 'B'], stages: [{ title: 'Stage', items }], ...fields },
    });
    return result.error?.issues.map(({ path }) => path.slice(1).join('.')) ?? [];
  };
  const item = { name: 'Item', seenBy: ['A'] };
  const variants = { label: 'Form', options: ['One', 'Two'] };
  const [one, two] = [
    { ...item, variant: 'One' },
    { ...item, variant: 'Two' },
  ];
  assert.deepEqual(listFaults({ backgroundParties: ['B'], variants }, [one, two]), []);
  assert.deepEqual(listFaults({ backgroundParties: ['C'] }, [item]), ['backgroundParties.0']);
  assert.deepEqual(listFaults({}, [one]), ['stages.0.items.0.variant']);
  assert.deepEqual(listFaults({ variants }, [{ ...item, variant: 'Three' }]), [
    'stages.0.items.0.variant',
  ]);
  for (const pair of [
    [item, item],
    [item, one],
    [one, item],
    [two, two],
  ]) {
    assert.deepEqual(listFaults({ variants }, pair), ['stages.0.items.1.name']);
  }
  assert.deepEqual(listFaults({ variants: { ...variants, options: ['One'] } }, [item]), [
    'variants.options',
  ]);
});
