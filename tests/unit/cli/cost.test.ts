import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDearest, formatCosts, formatVerdict, frameDuration } from '../../../src/cli/cost.ts';
import type { Parameters } from '../../../src/figures/shared/parameter.ts';

const parameters: Parameters = {
  kind: {
    kind: 'choice',
    label: 'Kind',
    options: { plain: 'Plain', long: 'Long' },
    initial: 'plain',
  },
  length: { kind: 'range', label: 'Length', minimum: 1, maximum: 9, step: 1, initial: 4 },
  part: {
    kind: 'range',
    label: 'Part',
    minimum: 1,
    maximum: 20,
    step: 1,
    initial: 2,
    upTo: 'length',
  },
};

test('the dearest values are at an end of each parameter, as far as another lets it go', () => {
  const dearest = findDearest(parameters, ({ length, part }) => Number(length) + Number(part));
  assert.deepEqual(dearest, { kind: 'plain', length: 9, part: 9 });
  const least = findDearest(parameters, ({ length, part }) => -Number(length) - Number(part));
  assert.deepEqual(least, { kind: 'plain', length: 1, part: 1 });
});

test('what is dear only together with a later parameter is found', () => {
  const dearest = findDearest(parameters, ({ kind, length }) =>
    String(kind) === 'long' ? (length === 9 ? 2 : 0) : length === 9 ? 1 : 0.5,
  );
  assert.deepEqual(dearest, { kind: 'long', length: 9, part: 2 });
});

test('where nothing is dearer the values are the initial ones', () => {
  assert.deepEqual(
    findDearest(parameters, () => 1),
    { kind: 'plain', length: 4, part: 2 },
  );
});

const costs = [
  { name: 'short', cold: 300, initial: 0.5, dearest: 99.6, corner: 'length=9 kind=long' },
  { name: 'much longer', cold: 20, initial: 9.94, dearest: 9.96, corner: '' },
];

test('costs are aligned shares in per cent, a decimal where they are few', () => {
  assert.deepEqual(formatCosts('Of 100 ms', 100, costs).split('\n'), [
    'Of 100 ms       cold  initial  dearest  which is',
    'short          300 %    0.5 %    100 %  length=9 kind=long',
    'much longer     20 %    9.9 %     10 %',
  ]);
});

test('the verdict names what is above a frame once it is compiled', () => {
  assert.equal(formatVerdict(costs), 'Above one frame: short.');
  assert.equal(formatVerdict(costs.slice(1)), 'Above one frame: none.');
  const [cost] = costs.map((one) => ({ ...one, initial: frameDuration + 1, dearest: 1 }));
  assert.equal(formatVerdict([cost ?? assert.fail()]), 'Above one frame: short.');
});
