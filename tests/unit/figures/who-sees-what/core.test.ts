import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whoSeesWhat } from '../../../../src/figures/who-sees-what/figure.ts';
import fc from 'fast-check';
import type { Pipeline } from '../../../../src/lib/pipeline.ts';
import {
  discloseTo,
  findCentralParty,
  findReach,
  selectVariant,
} from '../../../../src/figures/who-sees-what/core.ts';
import { input, twoForms } from './input.ts';

test('what reaches each party, what never does, and of what nothing is said', () => {
  assert.deepEqual(discloseTo('Prover', input).items, {
    seen: ['Witness', 'Statement'],
    hidden: [],
    unsaid: ['Hash'],
  });
  assert.deepEqual(discloseTo('Verifier', input).items, {
    seen: ['Statement'],
    hidden: ['Witness'],
    unsaid: ['Hash'],
  });
  assert.deepEqual(discloseTo('Archive', input).items, {
    seen: ['Hash'],
    hidden: [],
    unsaid: ['Witness', 'Statement'],
  });
});

test('the rows hold every item with its stage, whichever party is chosen', () => {
  const { rows, column } = discloseTo('Verifier', input);
  assert.equal(column, 1);
  assert.deepEqual(
    rows.map(({ stage, item, reaches }) => [stage, item.name, ...reaches]),
    [
      [0, 'Witness', 'seen', 'hidden', 'unsaid'],
      [0, 'Statement', 'seen', 'seen', 'unsaid'],
      [1, 'Hash', 'unsaid', 'unsaid', 'seen'],
    ],
  );
  assert.deepEqual(discloseTo('Archive', input).rows, rows);
});

test('that an item is not said to reach a party does not mean that it never does', () => {
  const item = { name: 'Key', seenBy: ['Prover'], hiddenFrom: [] };
  assert.equal(findReach(item, 'Verifier'), 'unsaid');
});

test('a party that is none, and an item that contradicts itself, are refused', () => {
  for (const party of ['', 'verifier', 'Analyst'])
    assert.throws(() => discloseTo(party, input), RangeError);
  const item = { name: 'Key', seenBy: ['Prover'], hiddenFrom: ['Prover'] };
  assert.throws(() => findReach(item, 'Prover'), RangeError);
  assert.equal(findReach(item, 'Verifier'), 'unsaid');
});

test('the party that is shown at first is that from which the most is hidden, else the first', () => {
  assert.equal(findCentralParty(input), 'Verifier');
  assert.equal(findCentralParty({ ...input, stages: input.stages.slice(1) }), 'Prover');
  assert.throws(() => findCentralParty({ parties: [], stages: [] }), RangeError);
});

test('a variant has its own items and those of all, and a pipeline without variants is one', () => {
  const listItems = (variant: string | undefined) =>
    selectVariant(twoForms, variant).stages.flatMap(({ items }) =>
      items.map(({ name, seenBy }) => `${name} ${seenBy.length}`),
    );
  assert.deepEqual(listItems('In the open'), ['Ballot 2', 'Result 2']);
  assert.deepEqual(listItems('Behind a door'), ['Ballot 2', 'Result 0']);
  assert.deepEqual(listItems(undefined), ['Ballot 2']);
  assert.equal(selectVariant(input, 'In the open'), input);
});

const parties = ['A', 'B', 'C', 'D'];

/** Pipelines in which each party is in one list of an item, or in none. */
const pipelines: fc.Arbitrary<Pipeline> = fc
  .array(fc.array(fc.constantFrom('seen', 'hidden', 'unsaid'), { minLength: 4, maxLength: 4 }), {
    minLength: 1,
  })
  .map((items) => ({
    parties,
    stages: [
      {
        title: 'Stage',
        items: items.map((reaches, index) => ({
          name: `Item ${index}`,
          seenBy: parties.filter((_, at) => reaches[at] === 'seen'),
          hiddenFrom: parties.filter((_, at) => reaches[at] === 'hidden'),
        })),
      },
    ],
  }));

test('of any pipeline, each item stands in one list of each party', () => {
  fc.assert(
    fc.property(pipelines, fc.constantFrom(...parties), (pipeline, party) => {
      const { rows, items } = discloseTo(party, pipeline);
      const names = [...items.seen, ...items.hidden, ...items.unsaid];
      assert.deepEqual(names.toSorted(), rows.map(({ item }) => item.name).toSorted());
      for (const { item } of rows) {
        assert.equal(items.seen.includes(item.name), item.seenBy.includes(party));
        assert.equal(items.hidden.includes(item.name), item.hiddenFrom.includes(party));
      }
    }),
  );
});

test('what is background bears an asterisk, in the picture and in words', () => {
  const pipeline = {
    parties: ['A', 'B'],
    stages: [
      {
        title: 'One',
        items: [
          { name: 'Proof', seenBy: ['A'], hiddenFrom: [], background: true },
          { name: 'Claim', seenBy: ['A'], hiddenFrom: [] },
        ],
      },
    ],
  };
  const values = { party: 'A' };
  const drawing = whoSeesWhat.draw(whoSeesWhat.compute(values, pipeline), values, pipeline);
  assert.match(drawing.summary, /Proof\*; Claim\. An asterisk marks background\.$/);
  for (const { svg } of drawing.panels) assert.match(svg, />Proof\*<[^]*>Claim</);
  assert.deepEqual(
    drawing.table.rows.map(([, name]) => name),
    ['Proof*', 'Claim'],
  );
});
