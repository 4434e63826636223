import type { Processor } from 'unified';
import type { Construct, TokenizeContext } from 'micromark-util-types';
import { letters, readLetter, readSign } from '../tex/letters.ts';
import { buildSpan, lookAhead } from './span.ts';

/** The beginning of a command for a letter. */
const beginning = /^\{?\\?(?:["'`^~=.]|[A-Za-z]*) *\{?\\?[A-Za-z]?\}?$/;

/** The longest command, in braces. */
const mostLetters = 24;

/** Returns the length of the command that a source begins with, 0 if there is none yet. */
function measure(source: string, isEnd: boolean): number {
  if (readLetter(source) !== undefined) return source.length;
  const [, command = '', blanks = '', rest = ''] =
    /^(\\[A-Za-z]+)( *)(\{\}|[^A-Za-z{ ]|(?<= )[A-Za-z{]|)$/s.exec(source) ?? [];
  if ((rest === '' && !isEnd) || !Object.hasOwn(letters, command.slice(1))) return 0;
  if (rest === '{}') return source.length;
  // In TeX, blanks end the name of a command. Behind a sign, an author wants them: “\S 3”.
  const isLetter = /^\p{L}/u.test(letters[command.slice(1)] ?? '');
  return command.length + (isLetter ? blanks.length : 0);
}

/**
 * Whether a command means a letter. Some put a backslash before a sign that needs none: “don\'t”, “l\'eau”, “\"only\"”.
 * Braces leave no doubt. At the beginning of a word, the sign may open a quotation, which then also closes.
 */
function judge(command: string, before: string): boolean | 'if open' {
  const [, sign = '', base = ''] = /^\\([^A-Za-z])\\?(.)$/.exec(command) ?? [];
  if (sign === '' || sign === '^') return !/[:\\]$/.test(before);
  if (sign === '.') return /[zZI]/.test(base);
  if (sign === "'" && !/[aeiouy]/i.test(base)) return false;
  if (/\p{L}$/u.test(before)) return !/(?:^|[^\p{L}])(?:\p{Ll}|[Qq]u)$/u.test(before);
  return /["']/.test(sign) && /^[AEIOU]$/.test(base) && !/\d$/.test(before) ? 'if open' : false;
}

/** Returns the three letters before a place in the text. */
function readBefore(context: TokenizeContext): string {
  const end = context.now();
  const length = Math.min(3, end._bufferIndex);
  if (length <= 0) return '';
  const start = { ...end, offset: end.offset - length, _bufferIndex: end._bufferIndex - length };
  return context.sliceSerialize({ start, end });
}

/** An accent or a letter of LaTeX. */
const letter: Construct = {
  name: 'prose-letter',
  tokenize(effects, ok, nok) {
    const before = readBefore(this);
    let length = 0;
    const isLetter = lookAhead((source, isEnd) => {
      if (length === 0) length = measure(source, isEnd);
      if (length === 0)
        return !isEnd && source.length < mostLetters && beginning.test(source) ? undefined : false;
      const verdict = judge(source.slice(0, length), before);
      if (verdict !== 'if open') return verdict;
      const closing = new RegExp(
        String.raw`\\${source[1]}(?:[^\p{L}{\\]|${isEnd ? '$' : '[]'})`,
        'u',
      );
      if (closing.test(source.slice(length))) return false;
      return isEnd ? true : undefined;
    });
    const span = buildSpan('proseAccent', () => {
      let index = 0;
      return () => ((index += 1) === length ? 'last' : 'mark');
    });
    return effects.check(isLetter, span.tokenize.call(this, effects, ok, nok), nok);
  },
};

/** Reads the accents and letters of LaTeX, such as `G\"odel` and `{\ss}`, as text. */
export function remarkLetters(this: Processor): undefined {
  const data = this.data();
  (data.micromarkExtensions ??= []).push({ text: { 92: letter, 123: letter } });
  (data.fromMarkdownExtensions ??= []).push({
    enter: {
      proseAccent(token) {
        this.enter({ type: 'text', value: '', data: { isRead: true } } as never, token);
      },
    },
    exit: {
      proseAccent(token) {
        const node = this.stack.at(-1) as { value: string };
        const source = this.sliceSerialize(token);
        node.value = readLetter(source) ?? readSign(source) ?? '';
        this.exit(token);
      },
    },
  });
}
