import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  findPercentiles,
  resampleMeans,
} from '../../../../src/figures/latency-accuracy/bootstrap.ts';
import { subtract } from '../../../../src/figures/latency-accuracy/core.ts';
import type { TableRow } from '../../../../src/figures/latency-accuracy/measurement.ts';
import { averageScores, leastQueries } from '../../../../src/figures/latency-accuracy/scores.ts';
import { seededRandom } from '../../../../src/figures/shared/random.ts';

/** Scores of some architectures on as many queries, each architecture better than the one before on most. */
function simulate(
  names: readonly string[],
  count: number,
  lengths?: readonly string[],
): TableRow[] {
  const random = seededRandom(6);
  const difficulties = Array.from({ length: count }, () => 0.3 + 0.4 * random.uniform());
  return names.flatMap((architecture, rank) =>
    difficulties.map((difficulty, n) => ({
      architecture,
      latency: 10 + rank + (n % 2),
      ndcg: difficulty + 0.05 * rank + 0.1 * random.uniform(),
      query: `q${n}`,
      ...(lengths && { length: lengths[n % lengths.length] ?? '' }),
    })),
  );
}

/** Measurements have six decimals. */
const near = (a: number | undefined, b: number | undefined) =>
  Math.abs((a ?? NaN) - (b ?? NaN)) < 2e-6;

test('a table without queries stays as it is', () => {
  const rows = [{ architecture: 'A', latency: 5, ndcg: 0.5, length: 'short' }];
  assert.deepEqual(averageScores(rows), rows);
});

test('means are over queries, and intervals are those of a bootstrap with one draw for all', () => {
  const rows = simulate(['A', 'B', 'C'], 30);
  const measured = averageScores(rows);
  const scores = ['A', 'B', 'C'].map((name) =>
    rows.filter(({ architecture }) => architecture === name).map(({ ndcg }) => ndcg),
  );
  const means = resampleMeans(scores, seededRandom(1));
  measured.forEach(({ latency, ndcg, interval, queries, differences = [] }, place) => {
    const own = scores[place] ?? [];
    assert.ok(
      near(
        ndcg,
        own.reduce((sum, score) => sum + score / 30, 0),
      ),
    );
    assert.ok(near(latency, 10.5 + place));
    assert.equal(queries, 30);
    const ends = findPercentiles(means[place] ?? new Float64Array());
    assert.ok(near(interval?.[0], ends[0]) && near(interval?.[1], ends[1]));
    assert.equal(differences.length, place);
    differences.forEach((difference, other) => {
      const apart = (means[place] ?? new Float64Array()).map(
        (value, n) => value - Number(means[other]?.[n]),
      );
      const paired = findPercentiles(apart);
      assert.ok(
        near(difference.interval?.[0], paired[0]) && near(difference.interval?.[1], paired[1]),
      );
      assert.ok(near(difference.mean, ndcg - Number(measured[other]?.ndcg)));
    });
  });
});

test('a difference turned round is its negative, and there is none of one alone', () => {
  const [a, b] = averageScores(simulate(['A', 'B'], 20));
  assert.ok(a && b);
  const [forth, back] = [subtract(b, a), subtract(a, b)];
  assert.ok(forth?.interval && back?.interval);
  assert.equal(back.mean, -forth.mean);
  assert.deepEqual(back.interval, [-forth.interval[1], -forth.interval[0]]);
  assert.equal(subtract(a, a), undefined);
  assert.equal(subtract(a, { architecture: 'C', latency: 1, ndcg: 1 }), undefined);
});

test('the order of the rows of each architecture does not matter', () => {
  const rows = simulate(['A', 'B'], 12);
  const turned = [...rows.slice(0, 12), ...rows.slice(12).toReversed()];
  assert.deepEqual(averageScores(turned), averageScores(rows));
});

test('of few queries there is a mean, and no interval', () => {
  const [, few] = averageScores(simulate(['A', 'B'], leastQueries - 1));
  assert.ok(few && few.ndcg > 0 && few.interval === undefined);
  assert.deepEqual(Object.keys(few.differences?.[0] ?? {}), ['mean']);
  const [, enough] = averageScores(simulate(['A', 'B'], leastQueries));
  assert.ok(enough?.interval);
});

test('lengths in tokens are cut at 128, 512 and 2,048; named ones keep their order', () => {
  const list = (lengths: string[]) => [
    ...new Map(
      averageScores(simulate(['A', 'B'], 40, lengths)).map(({ length, queries }) => [
        length,
        queries,
      ]),
    ),
  ];
  assert.deepEqual(list(['2049', '128', '129', '2048', '512', '513', '1', '9999']), [
    [undefined, 40],
    ['≤ 128 tokens', 10],
    ['129–512 tokens', 10],
    ['513–2,048 tokens', 10],
    ['> 2,048 tokens', 10],
  ]);
  assert.deepEqual(list(['long', 'short']), [
    [undefined, 40],
    ['long', 20],
    ['short', 20],
  ]);
  // All texts of one class are that class.
  assert.deepEqual(list(['9']), [['≤ 128 tokens', 40]]);
});
