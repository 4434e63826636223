import type { DataTable } from '../shared/interactive-figure.ts';
import { formatNumber } from '../shared/number.ts';
import type { Ranking } from './core.ts';

/** A change of a score, with its sign and three decimals. Differences from rounding count as 0. */
export function formatChange(change: number): string {
  if (Math.abs(change) < 1e-12) return '0';
  return `${change > 0 ? '+' : '−'}${Math.abs(change).toFixed(3)}`;
}

/** The score, and its change when the chosen result moves one rank up or down. */
export function summarize({ results, chosen, moves, dcg, ideal, ndcg }: Ranking): string {
  const { name, grade, rank } = results[chosen] ?? { name: '', grade: 0, rank: 0 };
  const say = (direction: string, to: number) => {
    const move = moves[to];
    if (move === undefined) return [];
    const change = move.ndcg - ndcg;
    if (Math.abs(change) < 1e-12) return [`one rank ${direction} changes nothing`];
    return [
      `one rank ${direction} ${change > 0 ? 'adds' : 'takes'} ${Math.abs(change).toFixed(3)}`,
    ];
  };
  const steps = [...say('up', chosen - 1), ...say('down', chosen + 1)].join(', ');
  return (
    `NDCG@10 is ${ndcg.toFixed(3)}: the discounted gains add up to ${formatNumber(dcg)}, those of the ideal order to ${formatNumber(ideal)}. ` +
    `Result ${name}, of grade ${grade}, is at rank ${rank}; from there ${steps}.`
  );
}

export function tabulate({ results, chosen, moves }: Ranking): DataTable {
  return {
    columns: [
      'Rank',
      'Result',
      'Grade',
      'Gain',
      'Discount',
      'Gain × discount',
      'Ideal gain',
      `NDCG@10 with ${results[chosen]?.name ?? ''} here`,
    ],
    rows: results.map(({ rank, name, grade, gain, discount, idealGain }, index) => [
      rank,
      name,
      grade,
      gain,
      discount,
      gain * discount,
      idealGain,
      moves[index]?.ndcg ?? NaN,
    ]),
  };
}
