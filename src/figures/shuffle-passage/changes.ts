import type { Matrix } from '../shared/linear-algebra.ts';
import type { Random } from '../shared/random.ts';
import {
  drawOrder,
  drawText,
  passageLength,
  reorder,
  type TextKind,
} from '../pooled-embedding/text.ts';

/** The heads of each encoder: those of BERT-base. */
export const heads = 12;

/** The changes of a passage. */
export const changes = ['shuffle', 'swap', 'half', 'twice', 'another'] as const;

export type Change = (typeof changes)[number];

/** A passage and its changes. */
export interface ChangedPassage {
  readonly passage: Matrix;
  readonly changed: Readonly<Record<Change, Matrix>>;
  /** The place of each token of the passage after the change; none where it is gone. */
  readonly places: Readonly<Record<Change, readonly (number | undefined)[]>>;
}

/**
 * A random passage: in a random order; with each pair of neighbours swapped; its first half; followed by as much text
 * again; and another passage in its place.
 */
export function drawPassage(random: Random, kind: TextKind): ChangedPassage {
  const text = drawText(random, 2 * passageLength, kind);
  const passage = text.slice(0, passageLength);
  const indices = passage.map((_, index) => index);
  const order = drawOrder(random, passageLength);
  const swapped = indices.map((index) => index ^ 1);
  return {
    passage,
    changed: {
      shuffle: reorder(passage, order),
      swap: reorder(passage, swapped),
      half: passage.slice(0, passageLength / 2),
      twice: text,
      another: drawText(random, passageLength, kind),
    },
    places: {
      shuffle: indices.map((index) => order.indexOf(index)),
      swap: swapped,
      half: indices.map((index) => (index < passageLength / 2 ? index : undefined)),
      twice: indices,
      another: indices.map(() => undefined),
    },
  };
}
