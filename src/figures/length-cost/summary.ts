import { mixingNames, mixings, type Mixing } from '../../lib/mixing.ts';
import type { DataTable } from '../shared/interactive-figure.ts';
import { formatNumber, formatWhole } from '../shared/number.ts';
import { quantities, type LengthCosts, type CostScope, type Quantity } from './core.ts';

/**
 * The costs in a few sentences, with the numbers at one length.
 *
 * @param length one of those of the costs
 * @param heads of attention
 */
export function describeCosts(
  result: LengthCosts,
  length: number,
  part: CostScope,
  heads: number,
): string {
  const flops = compare(result, length, 'flops', 'FLOPs');
  const numbers = compare(result, length, 'numbers', 'numbers');
  return [
    ...(part === 'layer'
      ? [
          `Mixing ${length} tokens by attention of ${countHeads(heads)} is ${describeShare(result, length)}.`,
          `The layer takes ${flops}; its mixing holds ${numbers}.`,
        ]
      : [
          `To mix ${length} tokens, attention of ${countHeads(heads)} takes ${flops}, and holds ${numbers}.`,
          `In operations it stays dearer than ${listCrossings(result, 'flops')}.`,
        ]),
    'Operations are not latency.',
  ].join(' ');
}

/** “10 % of its layer’s operations, and more than half from n = 4,503 on”. */
function describeShare({ lengths, share: { at, halfFrom } }: LengthCosts, length: number): string {
  const share = Number((100 * (at[lengths.indexOf(length)] ?? NaN)).toPrecision(2));
  const half =
    halfFrom === undefined ? '' : `, and more than half from n = ${formatWhole(halfFrom)} on`;
  return `${formatNumber(share)} % of the operations of its layer${half}`;
}

function countHeads(heads: number): string {
  return heads === 1 ? '1 head' : `${heads} heads`;
}

/** “2 × 10⁸ FLOPs, 90 times as many as WKV”: attention beside the cheapest. */
function compare(result: LengthCosts, length: number, quantity: Quantity, unit: string): string {
  const at = result.lengths.indexOf(length);
  const value = (mixing: Mixing) => result.costs[mixing][at]?.[quantity] ?? NaN;
  const [cheapest = 'softmax-attention'] = mixings.toSorted((a, b) => value(a) - value(b));
  const attention = value('softmax-attention');
  const share = Number((attention / value(cheapest)).toPrecision(3));
  const beside =
    cheapest === 'softmax-attention'
      ? 'the fewest of all'
      : `${formatNumber(share)} times as many as ${mixingNames[cheapest].full}`;
  return `${formatNumber(attention)} ${unit}, ${beside}`;
}

/** From where attention stays dearer: “WKV from n = 6, long convolution from 34 and retention never”. */
export function listCrossings({ crossings }: LengthCosts, quantity: Quantity): string {
  const items = crossings
    .filter((crossing) => crossing.quantity === quantity)
    .map(({ mixing, from }, index) => {
      const when = from === undefined ? 'never' : `from ${index === 0 ? 'n = ' : ''}${from}`;
      return `${mixingNames[mixing].full} ${when}`;
    });
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** The costs at powers of two, one length in a row. */
export function listCosts({ lengths, costs }: LengthCosts, part: CostScope): DataTable {
  const units: Record<Quantity, string> = {
    flops: `FLOPs of the ${part}`,
    numbers: 'numbers held by the mixing',
  };
  const columns = quantities.flatMap((quantity) => mixings.map((mixing) => ({ quantity, mixing })));
  return {
    columns: [
      'Length n (tokens)',
      ...columns.map(({ quantity, mixing }) => {
        const { full } = mixingNames[mixing];
        return `${full.charAt(0).toUpperCase()}${full.slice(1)} (${units[quantity]})`;
      }),
    ],
    rows: lengths.flatMap((length, at) =>
      Number.isInteger(Math.log2(length))
        ? [[length, ...columns.map((column) => costs[column.mixing][at]?.[column.quantity] ?? NaN)]]
        : [],
    ),
  };
}
