import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { mixings, type Mixing } from '../../../../src/lib/mixing.ts';
import {
  chooseHalfLife,
  choosePublished,
} from '../../../../src/figures/pooled-embedding/settings.ts';
import { drawText } from '../../../../src/figures/pooled-embedding/text.ts';
import {
  compute,
  embedPassages,
  refine,
  sampleSize,
  type Kept,
  type PrunedEncoders,
} from '../../../../src/figures/prune-heads/core.ts';
import { parameters } from '../../../../src/figures/prune-heads/parameters.ts';
import { choices, type Choice } from '../../../../src/figures/prune-heads/pruning.ts';
import { heads, neighbours, passages } from '../../../../src/figures/prune-heads/sizes.ts';
import { initialValues } from '../../../../src/figures/shared/parameter.ts';
import { seededRandom } from '../../../../src/figures/shared/random.ts';
import { embedAgain } from '../pooled-embedding/reference.ts';

const initial = initialValues(parameters);
let published: PrunedEncoders;
let alike: PrunedEncoders;

before(() => {
  published = compute(initial);
  alike = compute({ ...initial, decays: 'alike' });
});

const read = (
  { kept }: PrunedEncoders,
  mixing: Mixing,
  choice: Choice,
  measure: keyof Kept,
  count: number,
) => kept[mixing][choice][measure][count] ?? { mean: NaN, halfWidth: NaN };

test('embeddings of passages are those of the second implementation', () => {
  const settings = {
    published: (head: number) => choosePublished(head, heads),
    alike: () => chooseHalfLife(16, 0),
  };
  for (const mixing of mixings)
    for (const decays of ['published', 'alike'] as const) {
      const [first = []] = embedPassages(mixing, 65, { ...initial, decays });
      const tokens = drawText(seededRandom(65), 16, 'independent');
      const again = embedAgain(
        mixing,
        65 + 2 ** 21,
        { heads, direction: 'both-ways', positions: 'none', options: settings[decays] },
        tokens,
      );
      const size = Math.max(...again.map(Math.abs));
      first.forEach((value, head) => {
        assert.ok(Math.abs(value - (again[head] ?? NaN)) < 1e-9 * size, `${mixing} ${head}`);
      });
    }
});

test('published heads: the first and the last are those of the papers', () => {
  const [first, last] = [choosePublished(0, 8), choosePublished(7, 8)];
  const rate = ({ stepBias = NaN }) => Math.log(1 + Math.exp(stepBias));
  assert.deepEqual([first.gamma, last.gamma], [1 - 2 ** -5, 1 - 2 ** -12]);
  assert.ok(Math.abs(rate(first) - 0.001) < 1e-12 && Math.abs(rate(last) - 0.1) < 1e-12);
  assert.deepEqual([first.keyDecay, last.keyDecay], [Math.exp(-5), Math.exp(3)]);
  // The window falls to 1 % within 1.5 and 0.3 of 32 tokens.
  for (const [{ filterDecay = NaN }, share] of [
    [first, 1.5],
    [last, 0.3],
  ] as const)
    assert.ok(Math.abs(Math.exp(-filterDecay * 32 * share) - 0.01) < 1e-12);
  assert.deepEqual([first.temperature, last.temperature], [16, 16]);
});

test('the means of one encoder are those of a slow count over its embeddings', () => {
  const { value } = refine({ ...initial, seed: 9 }).next();
  assert.ok(value !== undefined);
  const mixing = 'wkv';
  const embeddings = embedPassages(mixing, 9 * 64 + 1, { ...initial, seed: 9 });
  assert.equal(embeddings.length, passages);
  const strength = (head: number) =>
    embeddings.reduce((sum, row) => sum + (row[head] ?? NaN) ** 2, 0);
  const weakest = [...Array(heads).keys()].sort((a, b) => strength(a) - strength(b));
  const rank = (rows: number[][]) =>
    rows.map((query, index) =>
      rows
        .map((row, other) => ({
          other,
          score: row.reduce((s, v, n) => s + v * (query[n] ?? NaN), 0),
        }))
        .filter(({ other }) => other !== index)
        .sort((a, b) => b.score - a.score)
        .slice(0, neighbours)
        .map(({ other }) => other),
    );
  const whole = rank(embeddings);
  for (const count of [0, 3, 5, 7]) {
    const rows = embeddings.map((row) =>
      row.map((v, head) => (weakest.indexOf(head) < count ? 0 : v)),
    );
    const found = rank(rows);
    const same = whole.flatMap((list, index) => list.filter((p) => found[index]?.includes(p)));
    const recall = same.length / (passages * neighbours);
    const cosines = embeddings.map(
      (row, index) => Math.hypot(...(rows[index] ?? [])) / Math.hypot(...row),
    );
    const cosine = cosines.reduce((sum, one) => sum + one / passages, 0);
    assert.ok(Math.abs(read(value, mixing, 'weakest', 'recall', count).mean - recall) < 1e-12);
    assert.ok(Math.abs(read(value, mixing, 'weakest', 'cosine', count).mean - cosine) < 1e-9);
    assert.ok(Number.isNaN(read(value, mixing, 'weakest', 'cosine', count).halfWidth));
  }
});

test('nothing removed is nothing lost, and each head more costs the cosine more', () => {
  for (const mixing of mixings)
    for (const choice of choices) {
      assert.equal(read(published, mixing, choice, 'cosine', 0).mean, 1);
      assert.equal(read(published, mixing, choice, 'recall', 0).mean, 1);
      const means = published.kept[mixing][choice].cosine.map(({ mean }) => mean);
      assert.equal(means.length, heads);
      means.slice(1).forEach((mean, index) => assert.ok(mean < (means[index] ?? NaN)));
    }
});

test('at random every architecture keeps about √(1 − s), whether its heads are alike or not', () => {
  for (const result of [published, alike])
    for (const mixing of mixings)
      for (const count of [3, 5, 7]) {
        const { mean, halfWidth } = read(result, mixing, 'random', 'cosine', count);
        const bound = Math.sqrt(1 - count / heads);
        assert.ok(mean - 2 * halfWidth < bound && mean > bound - 0.2, `${mixing} ${count} ${mean}`);
      }
});

test('the weakest heads of Mamba cost little where its steps differ, and as much as others’ where they do not', () => {
  const keep = (result: PrunedEncoders, mixing: Mixing) =>
    read(result, mixing, 'weakest', 'cosine', 5).mean;
  assert.ok(keep(published, 'selective-state-space') > 0.9);
  for (const mixing of [
    'softmax-attention',
    'wkv',
    'retention',
    'gated-linear-attention',
  ] as const) {
    assert.ok(keep(published, mixing) < 0.85, mixing);
    assert.ok(Math.abs(keep(alike, 'selective-state-space') - keep(alike, mixing)) < 0.1, mixing);
  }
});

test('the results get better, and the last one is kept for other choices', () => {
  const values = { ...initial, decays: 'alike' } as const;
  assert.equal(compute({ ...values, choice: 'random', sparsity: 30 }), alike);
  assert.equal(alike.encoders, sampleSize);
  const { value } = refine({ ...values, seed: 3 }).next();
  assert.equal(value?.encoders, 1);
});
