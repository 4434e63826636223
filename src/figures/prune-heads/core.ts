import { mixings, type Mixing } from '../../lib/mixing.ts';
import { drawEncoder } from '../pooled-embedding/encoder.ts';
import { averageDraws, type Mean } from '../pooled-embedding/interval.ts';
import { chooseHalfLife, choosePublished } from '../pooled-embedding/settings.ts';
import { drawText, passageLength } from '../pooled-embedding/text.ts';
import { average } from '../shared/linear-algebra.ts';
import type { Values } from '../shared/parameter.ts';
import { seededRandom } from '../shared/random.ts';
import type { parameters } from './parameters.ts';
import {
  choices,
  findNearest,
  measureCosine,
  measureRecall,
  orderHeads,
  type Choice,
} from './pruning.ts';
import { heads, neighbours, passages } from './sizes.ts';

/** The quality of an encoder’s embeddings after the removal of 0, 1, …, 9 heads. */
export interface Kept {
  /** The mean cosine of an embedding with itself before. */
  readonly cosine: readonly Mean[];
  /** The share of the ten nearest passages that are still among the ten nearest. */
  readonly recall: readonly Mean[];
}

export interface PrunedEncoders {
  /** How many encoders of each architecture each mean is taken over. */
  readonly encoders: number;
  readonly kept: Readonly<Record<Mixing, Readonly<Record<Choice, Kept>>>>;
}

type Chosen = Values<typeof parameters>;

/** The encoders of each architecture. */
export const sampleSize = 5;

/** Embeddings of the passages by one encoder, n×H. Passages and values are the same for all architectures. */
export function embedPassages(mixing: Mixing, stream: number, values: Chosen): number[][] {
  const alike = chooseHalfLife(passageLength, 0);
  const { embed } = drawEncoder(mixing, stream + 2 ** 21, {
    heads,
    direction: values.direction,
    positions: 'none',
    options: (head) => (values.decays === 'published' ? choosePublished(head, heads) : alike),
  });
  const random = seededRandom(stream);
  return Array.from({ length: passages }, () =>
    embed(drawText(random, passageLength, 'independent')),
  );
}

/** The last result and its values. It holds for every choice of heads and every sparsity. */
let last: { key: string; result: PrunedEncoders } | undefined;

/** The means over more and more encoders. */
export function* refine(values: Chosen): Generator<PrunedEncoders, void> {
  const { direction, decays, seed } = values;
  const key = [direction, decays, seed].join();
  if (last?.key === key) {
    yield last.result;
    return;
  }
  const measured = new Map<string, number[]>();
  const add = (name: string, value: number) => {
    measured.set(name, [...(measured.get(name) ?? []), value]);
  };
  const counts = Array.from({ length: heads }, (_, count) => count);
  for (let encoders = 1; encoders <= sampleSize; encoders += 1) {
    const stream = seed * 64 + encoders;
    for (const mixing of mixings) {
      const embeddings = embedPassages(mixing, stream, values);
      const before = findNearest(embeddings, neighbours);
      for (const choice of choices) {
        const orders = orderHeads(embeddings, choice, ~stream);
        for (const count of counts) {
          const kinds = orders.map((order) => {
            const removed = order.slice(0, count);
            const pruned = embeddings.map((row) =>
              row.filter((_, head) => !removed.includes(head)),
            );
            const recall = measureRecall(before, findNearest(pruned, neighbours));
            return { cosine: measureCosine(embeddings, removed), recall };
          });
          add([mixing, choice, count, 'cosine'].join(), average(kinds.map(({ cosine }) => cosine)));
          add([mixing, choice, count, 'recall'].join(), average(kinds.map(({ recall }) => recall)));
        }
      }
    }
    const read = (mixing: Mixing, choice: Choice, what: keyof Kept) =>
      counts.map((count) => averageDraws(measured.get([mixing, choice, count, what].join()) ?? []));
    const list = (mixing: Mixing) =>
      Object.fromEntries(
        choices.map((choice) => [
          choice,
          {
            cosine: read(mixing, choice, 'cosine'),
            recall: read(mixing, choice, 'recall'),
          },
        ]),
      );
    const kept = Object.fromEntries(
      mixings.map((mixing) => [mixing, list(mixing)]),
    ) as unknown as PrunedEncoders['kept'];
    const result = { encoders, kept };
    if (encoders === sampleSize) last = { key, result };
    yield result;
  }
}

/** The means over all encoders of a sample: the last result of `refine`. */
export function compute(values: Chosen): PrunedEncoders {
  const result = [...refine(values)].at(-1);
  if (result === undefined) throw new Error('There are no encoders.');
  return result;
}
