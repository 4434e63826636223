/** A mistake in the use of a macro, at an index of the author's TeX. */
export class MacroError extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Reads arguments from TeX. */
export class TexReader {
  readonly text: string;
  index = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Returns the match of a sticky pattern here, and moves behind it. */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.index;
    const match = pattern.exec(this.text);
    if (match) this.index = pattern.lastIndex;
    return match;
  }

  /** Returns a group without its braces, a command or a letter, or undefined at the end. */
  takeArgument(): string | undefined {
    this.take(/\s*/y);
    if (this.text[this.index] !== '{') return this.take(/\\[a-zA-Z]+|\\?[^]/y)?.[0];
    let depth = 0;
    for (const { 0: sign, index } of this.text.slice(this.index).matchAll(/\\[^]|[{}]/g)) {
      if (sign === '{') depth += 1;
      if (sign === '}') depth -= 1;
      if (depth > 0) continue;
      const words = this.text.slice(this.index + 1, this.index + index);
      this.index += index + 1;
      return words;
    }
    return undefined;
  }

  /** Returns the text in brackets here, or undefined. */
  takeOption(): string | undefined {
    return this.take(/\s*\[((?:[^[\]{}]|\{[^{}]*\})*)\]/y)?.[1];
  }
}
