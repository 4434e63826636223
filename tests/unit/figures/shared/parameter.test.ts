import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  chooseInitials,
  initialValues,
  listChosen,
  listPresets,
  readValues,
  type Parameters,
} from '../../../../src/figures/shared/parameter.ts';

const parameters = {
  step: { kind: 'range', label: 'Step size', minimum: 0.1, maximum: 1, step: 0.1, initial: 0.3 },
  length: { kind: 'range', label: 'Length', minimum: 4, maximum: 32, step: 4, initial: 16 },
  row: {
    kind: 'range',
    label: 'Row',
    minimum: 1,
    maximum: 32,
    step: 1,
    initial: 7,
    upTo: 'length',
  },
  metric: { kind: 'choice', label: 'Metric', options: { a: 'A', b: 'B' }, initial: 'b' },
} as const satisfies Parameters;

const read = (given: Record<string, string>) => readValues(parameters, (name) => given[name]);

test('what is not chosen is as at the beginning', () => {
  assert.deepEqual(initialValues(parameters), { step: 0.3, length: 16, row: 7, metric: 'b' });
});

test('values are read from text, and brought to the grid in decimals', () => {
  assert.deepEqual(read({ step: '0.7', length: '20', metric: 'a' }), {
    step: 0.7,
    length: 20,
    row: 7,
    metric: 'a',
  });
  assert.equal(read({ step: '0.33' }).step, 0.3);
  assert.equal(read({ length: '21.9' }).length, 20);
});

test('what is no value is as at the beginning, and what is out of range at its end', () => {
  for (const text of ['', ' ', 'x', 'NaN', 'Infinity', '1e999', '0x']) {
    assert.equal(read({ step: text }).step, 0.3, text);
  }
  assert.equal(read({ step: '-5' }).step, 0.1);
  assert.equal(read({ step: '99' }).step, 1);
  for (const text of ['c', 'toString', '__proto__', 'constructor', 'A'])
    assert.equal(read({ metric: text }).metric, 'b', text);
});

test('a value that another limits is never above it', () => {
  assert.equal(read({ row: '30', length: '8' }).row, 8);
  assert.equal(read({ row: '30', length: '32' }).row, 30);
});

/** Values in an address: any text, numbers of all sizes and of the parameters’, and words. */
const written = fc.oneof(
  fc.string(),
  fc.double().map(String),
  fc.double({ min: -1, max: 40, noNaN: true }).map(String),
  fc.integer({ min: -1, max: 40 }).map(String),
  fc.constantFrom('a', 'b', 'c', 'constructor'),
);

test('whatever an address says, each value is one of its parameter', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(parameters)), written), (given) => {
      const { step, length, row, metric } = read(given);
      assert.ok(step >= 0.1 && step <= 1 && step === Number(step.toFixed(1)));
      assert.ok(length >= 4 && length <= 32 && length % 4 === 0);
      assert.ok(Number.isInteger(row) && row >= 1 && row <= length);
      assert.ok(['a', 'b'].includes(metric));
      for (const [name, value] of Object.entries({ step, length, row, metric }))
        seen.add(`${name} ${value}`);
    }),
    { seed: 1, numRuns: 2000 },
  );
  // The ends of each are reached, so the property is not tested on initial values alone.
  for (const end of ['step 0.1', 'step 1', 'length 4', 'length 32', 'row 1', 'row 32', 'metric a'])
    assert.ok(seen.has(end), end);
});

test('only what differs from the beginning is in the address, and reads back as itself', () => {
  assert.deepEqual(listChosen(parameters, initialValues(parameters)), []);
  const values = read({ step: '0.7', metric: 'a' });
  const chosen = listChosen(parameters, values);
  assert.deepEqual(chosen, [
    ['step', '0.7'],
    ['metric', 'a'],
  ]);
  assert.deepEqual(read(Object.fromEntries(chosen)), values);
});

test('an author’s values are where a figure begins', () => {
  const own = chooseInitials(parameters, (name) => (name === 'step' ? '0.9' : undefined));
  assert.equal(own.step.initial, 0.9);
  assert.deepEqual(listChosen(own, read({ step: '0.9' })), []);
  assert.deepEqual(listChosen(own, read({ step: '0.3' })), [['step', '0.3']]);
});

test('readers choose a seed from a few, the initial one first, and an address can have any', () => {
  const grid = { minimum: 1, maximum: 999, step: 1 };
  const seed = {
    kind: 'preset',
    label: 'Sample',
    ...grid,
    initial: 2,
    presets: [1, 2, 3],
  } as const;
  assert.deepEqual(listPresets(seed), [
    [2, 'No. 1'],
    [1, 'No. 2'],
    [3, 'No. 3'],
  ]);
  assert.equal(readValues({ seed }, () => '57').seed, 57);
  assert.equal(readValues({ seed }, () => '5000').seed, 999);
});
