import type {
  Code,
  Construct,
  Effects,
  State,
  Token,
  TokenType,
  TokenizeContext,
} from 'micromark-util-types';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** A span within a sentence that becomes a node of its own. */
    proseSpan: 'proseSpan';
    /** A block that becomes a node of its own. */
    proseBlock: 'proseBlock';
    /** A sign that becomes text. */
    proseSign: 'proseSign';
    /** A sign that is a letter. */
    proseLetter: 'proseLetter';
    /** A command that becomes a letter. */
    proseAccent: 'proseAccent';
    /** A part of a span that is not read as Markdown. */
    proseMark: 'proseMark';
  }
}

/**
 * The verdict on a character: it belongs to the marks of a span, or to words in it that are Markdown; it is the last
 * one; it comes after the span; or there is no span here.
 */
export type Verdict = 'mark' | 'words' | 'last' | 'after' | 'none';

/** Judges the characters of a source one by one. A line end is `\n`; the end of the text is the empty string. */
export type Scanner = (character: string) => Verdict;

/** More letters than a span within a sentence has. Otherwise each opening sign would be searched for to the end. */
export const mostLetters = 2_000;

/** Builds a construct of Markdown whose extent a scanner finds. */
export function buildSpan(
  type: TokenType,
  scanFrom: (context: TokenizeContext, previous: string) => Scanner,
): Construct {
  return {
    name: type,
    ...(type === 'proseBlock' && { concrete: true }),
    tokenize(effects, ok, nok) {
      const { lazy } = this.parser;
      const scan = scanFrom(this, readCharacter(this.previous));
      const parts = new Parts(effects);
      const finish = () => {
        parts.close();
        effects.exit(type);
        return ok;
      };
      const take: State = (code) => {
        const verdict = scan(readCharacter(code));
        if (verdict === 'after') return finish()(code);
        if (verdict === 'none' || code === null) return nok(code);
        const isEnd = isLineEnd(code);
        if (isEnd && verdict !== 'words') {
          parts.close();
          effects.enter('lineEnding');
          effects.consume(code);
          effects.exit('lineEnding');
          return beginLine;
        }
        parts.open(verdict === 'words' ? 'words' : 'mark');
        effects.consume(code);
        if (isEnd) parts.close();
        return verdict === 'last' ? finish() : take;
      };
      // A line of a quotation without its marker belongs to a paragraph alone.
      const beginLine: State = (code) => (lazy[this.now().line] ? nok(code) : take(code));
      return (code) => {
        effects.enter(type);
        return take(code);
      };
    },
  };
}

/** The tokens within a span. Words are a chunk for each line, which Markdown parses together. */
class Parts {
  readonly #effects: Effects;
  #part: 'mark' | 'words' | undefined;
  #words: Token | undefined;

  constructor(effects: Effects) {
    this.#effects = effects;
  }

  open(part: 'mark' | 'words'): void {
    if (this.#part === part) return;
    this.close();
    this.#part = part;
    if (part === 'mark') {
      this.#effects.enter('proseMark');
      return;
    }
    const previous = this.#words;
    const token = this.#effects.enter('chunkText', {
      contentType: 'text',
      ...(previous && { previous }),
    });
    if (previous) previous.next = token;
    this.#words = token;
  }

  close(): void {
    if (this.#part !== undefined)
      this.#effects.exit(this.#part === 'mark' ? 'proseMark' : 'chunkText');
    this.#part = undefined;
  }
}

/** In micromark, codes below -2 are line ends. */
function isLineEnd(code: Code): boolean {
  return code !== null && code < -2;
}

export function readCharacter(code: Code): string {
  if (code === null) return '';
  if (code < -2) return '\n';
  return code < 0 ? ' ' : String.fromCharCode(code);
}

/**
 * Builds a construct that makes the first `length` letters a sign of their own, if `decide` says so. It is asked with
 * ever more of the source, until it knows.
 */
export function buildSign(
  length: number,
  decide: (
    source: string,
    previous: string,
    context: TokenizeContext,
    isEnd: boolean,
  ) => boolean | undefined,
  type: TokenType = 'proseSign',
): Construct {
  return {
    name: type,
    tokenize(effects, ok, nok) {
      const previous = readCharacter(this.previous);
      let left = length;
      const take: State = (code) => {
        effects.consume(code);
        left -= 1;
        if (left > 0) return take;
        effects.exit(type);
        return ok;
      };
      const begin: State = (code) => {
        effects.enter(type);
        return take(code);
      };
      const isSign = lookAhead((source, isEnd) => decide(source, previous, this, isEnd));
      return effects.check(isSign, begin, nok);
    },
  };
}

/**
 * Builds a construct for `effects.check`: it succeeds if `decide` does, which is asked with ever more of the source, and
 * at the end of the text with `isEnd`.
 */
export function lookAhead(
  decide: (source: string, isEnd: boolean) => boolean | undefined,
): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      let source = '';
      const take: State = (code) => {
        source += readCharacter(code);
        const isRight = source.length > mostLetters ? false : decide(source, code === null);
        if (isRight !== undefined) return (isRight ? ok : nok)(code);
        if (code === null) return nok(code);
        effects.consume(code);
        return take;
      };
      return (code) => {
        effects.enter('proseMark');
        return take(code);
      };
    },
  };
}
