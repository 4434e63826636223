import type { ScanAxis } from '../shared/interactive-figure.ts';
import { words } from '../shared/svg.ts';

/** The columns of tokens, at the same place in both panels. */
export const tokenArea = { left: 30, side: 304 } as const;

/** The width of one token's column, of `length` in all, in units of the panel. */
export function columnWidth(length: number): number {
  return tokenArea.side / length;
}

/** The middle of a token's column; tokens are counted from 1. */
export function columnMiddle(token: number, length: number): number {
  return tokenArea.left + (token - 0.5) * columnWidth(length);
}

/** The tokens from the middle of the first column to that of the last; `start` is the edge of the first. */
export function scanTokens(
  parameter: string,
  length: number,
  start: number = tokenArea.left,
): ScanAxis {
  const half = columnWidth(length) / 2;
  return {
    parameter,
    from: start + half,
    to: start + tokenArea.side - half,
    first: 1,
    last: length,
  };
}

/**
 * The numbers of the chosen token, and of the first and the last where they do not touch it.
 *
 * @param apart the least distance of two numbers, in units of the panel
 * @param place gives a number's attributes
 */
export function drawTokenNumbers(
  chosen: number,
  length: number,
  apart: number,
  place: (token: number) => Record<string, string | number>,
): string {
  const width = columnWidth(length);
  const ends = [1, length].filter((token) => Math.abs(token - chosen) * width >= apart);
  return [
    ...ends.map((token) => words(token, { class: 'quiet', ...place(token) })),
    words(chosen, place(chosen)),
  ].join('');
}
