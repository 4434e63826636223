import type { ScanAxis } from '../shared/interactive-figure.ts';
import { words } from '../shared/svg.ts';

/** The columns of `length` tokens, at the same place in both panels. */
export class Columns {
  readonly left = 30;
  /** The width of all. */
  readonly side: number;
  /** The width of one. */
  readonly step: number;
  readonly length: number;

  constructor(panelWidth: number, length: number) {
    this.side = panelWidth - this.left - 6;
    this.step = this.side / length;
    this.length = length;
  }

  get right(): number {
    return this.left + this.side;
  }

  /** The middle of a token's column; tokens are counted from 1. */
  middle(token: number): number {
    return this.left + (token - 0.5) * this.step;
  }

  /** The tokens from the middle of the first column to that of the last; `start` is the edge of the first. */
  scan(parameter: string, start = this.left): ScanAxis {
    const half = this.step / 2;
    const ends = { from: start + half, to: start + this.side - half };
    return { parameter, ...ends, first: 1, last: this.length };
  }
}

/**
 * The numbers of the chosen token, and of the first and the last where they do not touch it.
 *
 * @param apart the least distance of two numbers, in units of the panel
 * @param place gives a number's attributes
 */
export function drawTokenNumbers(
  chosen: number,
  { length, step }: Pick<Columns, 'length' | 'step'>,
  apart: number,
  place: (token: number) => Record<string, string | number>,
): string {
  const ends = [1, length].filter((token) => Math.abs(token - chosen) * step >= apart);
  return [
    ...ends.map((token) => words(token, { class: 'quiet', ...place(token) })),
    words(chosen, place(chosen)),
  ].join('');
}
