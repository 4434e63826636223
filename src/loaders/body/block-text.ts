import { bisectRight } from 'd3-array';
import { listLineStarts } from '../source.ts';

/** A text in which blocks can be dropped: a paragraph, list item, table row or heading each. */
export class BlockText {
  readonly text: string;
  readonly #starts: readonly number[];
  /** The first line of each dropped block, and the line after it. */
  readonly #lost = new Map<number, number>();
  readonly #lostLines = new Set<number>();

  constructor(text: string) {
    this.text = text;
    this.#starts = listLineStarts(text);
  }

  /** Drops the block at `offset` and returns its text, or '' if it is dropped already. */
  lose(offset: number): string {
    if (this.isLost(offset)) return '';
    const [first, end] = this.#findBlock(this.#findRow(offset));
    this.#lost.set(first, end);
    for (let row = first; row < end; row += 1) this.#lostLines.add(row);
    return this.#slice(first, end);
  }

  get hasLost(): boolean {
    return this.#lost.size > 0;
  }

  isLost(offset: number): boolean {
    return this.#lostLines.has(this.#findRow(offset));
  }

  /** Whether a line, counted from 1, is in a dropped block. */
  isLostLine(line: number): boolean {
    return this.#lostLines.has(line - 1);
  }

  /** Returns the text with dropped blocks blanked out. */
  format(): string {
    const pieces: string[] = [];
    let done = 0;
    for (const [first, end] of [...this.#lost].toSorted(([a], [b]) => a - b)) {
      pieces.push(this.#slice(done, first), this.#slice(first, end).replace(/[^\n]/g, ' '));
      done = end;
    }
    return pieces.join('') + this.text.slice(this.#starts[done] ?? this.text.length);
  }

  #findRow(offset: number): number {
    return Math.max(bisectRight(this.#starts, offset) - 1, 0);
  }

  #slice(first: number, end: number): string {
    return this.text.slice(this.#starts[first], this.#starts[end]);
  }

  #findBlock(row: number): [first: number, end: number] {
    let first = row;
    while (first > 0 && !this.#isStart(first) && !this.#isEdge(first - 1)) first -= 1;
    let end = row + 1;
    while (end < this.#starts.length && !this.#isStart(end) && !this.#isEdge(end)) end += 1;
    return [first, end];
  }

  #isEdge(row: number): boolean {
    return /^[\s>]*(```|~~~|\$\$|$)/.test(this.#readLine(row));
  }

  #isStart(row: number): boolean {
    return /^[\s>]*([-*+]\s|\d+[.)]\s|\||#)/.test(this.#readLine(row));
  }

  #readLine(row: number): string {
    return this.#slice(row, row + 1).replace(/\n$/, '');
  }
}
