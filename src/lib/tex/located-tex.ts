/** TeX that was changed, with the index in the author's TeX of each letter. */
export class LocatedTex {
  readonly text: string;
  readonly #origins: readonly number[];

  constructor(text: string, origins: readonly number[] = Array.from(text, (_, index) => index)) {
    this.text = text;
    this.#origins = origins;
  }

  /** Returns the index in the author's TeX of the letter at `index`. */
  locate(index: number): number {
    const last = this.#origins.length - 1;
    return index > last ? (this.#origins[last] ?? -1) + 1 : (this.#origins[index] ?? 0);
  }

  /** Replaces parts, given in order. */
  replace(edits: readonly { start: number; end: number; text: string }[]): LocatedTex {
    const texts: string[] = [];
    const origins: number[] = [];
    let done = 0;
    const keep = (end: number) => {
      texts.push(this.text.slice(done, end));
      for (let index = done; index < end; index += 1) origins.push(this.locate(index));
    };
    for (const { start, end, text } of edits) {
      keep(start);
      texts.push(text);
      origins.push(...Array<number>(text.length).fill(this.locate(start)));
      done = end;
    }
    keep(this.text.length);
    return new LocatedTex(texts.join(''), origins);
  }

  /** Replaces each match of `pattern`, which is global, by `text`. */
  replaceAll(pattern: RegExp, text: string): LocatedTex {
    const matches = Array.from(this.text.matchAll(pattern), ({ 0: words, index }) => ({
      start: index,
      end: index + words.length,
      text,
    }));
    return matches.length === 0 ? this : this.replace(matches);
  }
}
