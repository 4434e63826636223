import { mixings, type Mixing } from '../../lib/mixing.ts';
import { drawEncoder, type Encoder } from '../pooled-embedding/encoder.ts';
import { averageDraws, type Mean } from '../pooled-embedding/interval.ts';
import { chooseHalfLife } from '../pooled-embedding/settings.ts';
import type { Vector } from '../shared/linear-algebra.ts';
import type { Values } from '../shared/parameter.ts';
import { seededRandom } from '../shared/random.ts';
import { changes, drawPassage, heads, type Change } from './changes.ts';
import type { parameters } from './parameters.ts';

/** By how much each change turns an embedding, degrees. */
export type Turns = Readonly<Record<Change, Mean>>;

/** How the embeddings of passages move when these are changed. */
export interface Moves {
  /** How many passages each mean is taken over, each with weights of its own. */
  readonly passages: number;
  readonly turns: Readonly<Record<Mixing, Turns>>;
  /** The same if nothing is mixed: the mean of the values alone. */
  readonly unmixed: Turns;
  /** The weights of the tokens of the first passage in one head’s part of its embedding. */
  readonly weights: Readonly<Record<Mixing, TokenWeights>>;
}

export interface TokenWeights {
  /** In the passage as it is, L numbers. */
  readonly before: Vector;
  /** Those of the same tokens after each change; NaN for a token that is gone. */
  readonly after: Readonly<Record<Change, Vector>>;
}

type Chosen = Values<typeof parameters>;

/** The numbers of passages after which there is a result; the last is that of `compute`. */
export const sampleSizes = [4, 12, 20, 32];

/**
 * The angle between two vectors, degrees, exact for small ones too: W. Kahan, 2 atan2(‖a − b‖, ‖a + b‖) of the unit
 * vectors.
 */
export function measureAngle(a: Vector, b: Vector): number {
  const [lengthA, lengthB] = [Math.hypot(...a), Math.hypot(...b)];
  const combine = (sign: 1 | -1) =>
    Math.hypot(...a.map((value, n) => value / lengthA + (sign * (b[n] ?? NaN)) / lengthB));
  return (360 / Math.PI) * Math.atan2(combine(-1), combine(1));
}

/** The last result with the values that it is of: another change of the same passages needs no new numbers. */
let last: { key: string; moves: Moves } | undefined;

/** The mean angles over more and more passages. All encoders read the same ones. */
export function* refine(values: Chosen): Generator<Moves, void> {
  const { direction, positions, halfLife, bias, text, seed } = values;
  const key = [direction, positions, halfLife, bias, text, seed].join();
  if (last?.key === key) {
    yield last.moves;
    return;
  }
  const options = chooseHalfLife(2 ** halfLife, Number(bias));
  const setting = { heads, direction, positions, options: () => options };
  const angles = new Map<Mixing | 'unmixed', Record<Change, number[]>>();
  const weights: Partial<Record<Mixing, TokenWeights>> = {};
  let passages = 0;
  for (const size of sampleSizes) {
    for (; passages < size; passages += 1) {
      // Passages and weights of different samples are different.
      const stream = seed * 64 + passages;
      const { passage, changed, places } = drawPassage(seededRandom(stream), text);
      const collect = (name: Mixing | 'unmixed', embed: Encoder['embed']) => {
        const before = embed(passage);
        const kept = angles.get(name) ?? mapChanges((): number[] => []);
        for (const change of changes)
          kept[change].push(measureAngle(before, embed(changed[change])));
        angles.set(name, kept);
      };
      for (const mixing of mixings) {
        const encoder = drawEncoder(mixing, stream + 2 ** 20, setting);
        collect(mixing, encoder.embed);
        if (mixing === mixings[0]) collect('unmixed', encoder.average);
        weights[mixing] ??= {
          before: encoder.weigh(passage, 0),
          after: mapChanges((change) => {
            const found = encoder.weigh(changed[change], 0);
            return places[change].map((place) =>
              place === undefined ? NaN : (found[place] ?? NaN),
            );
          }),
        };
      }
    }
    const turn = (name: Mixing | 'unmixed') =>
      mapChanges((change) => averageDraws(angles.get(name)?.[change] ?? []));
    const turns = Object.fromEntries(mixings.map((mixing) => [mixing, turn(mixing)]));
    const moves = { passages, turns, unmixed: turn('unmixed'), weights } as Moves;
    if (size === sampleSizes.at(-1)) last = { key, moves };
    yield moves;
  }
}

function mapChanges<Value>(find: (change: Change) => Value): Record<Change, Value> {
  return Object.fromEntries(changes.map((change) => [change, find(change)])) as Record<
    Change,
    Value
  >;
}

/** The mean angles over all passages of a sample: the last result of `refine`. */
export function compute(values: Chosen): Moves {
  const moves = [...refine(values)].at(-1);
  if (moves === undefined) throw new Error('There are no sample sizes.');
  return moves;
}
