import type { Construct, ConstructRecord, State, TokenizeContext } from 'micromark-util-types';
import type { Processor } from 'unified';
import type { BodyFault } from './node.ts';
import { mostLevels } from './depth.ts';

/**
 * More than any paragraph needs. The Markdown parser compares each mark of a paragraph with all
 * others.
 */
const mostMarks = 1000;
const mostLetters = 50_000;

interface MarkCount {
  start: number;
  marks: Record<string, number>;
  /** The number of open brackets. */
  depth: number;
  isTold: boolean;
}

/** In micromark, codes below -2 are line ends. */
const isEnd = (code: number): boolean => code < -2;

/**
 * Reports a paragraph with too many marks and skips the rest of it. Use it after extensions that
 * add marks.
 */
export function limitMarks(
  this: Processor,
  report: (fault: BodyFault & { offset: number }) => void,
): undefined {
  const counts = new WeakMap<TokenizeContext, MarkCount>();
  const isTooMuch = (context: TokenizeContext, mark: string): boolean => {
    const { offset } = context.now();
    const count = counts.get(context) ?? { start: offset, marks: {}, depth: 0, isTold: false };
    counts.set(context, count);
    count.marks[mark] = (count.marks[mark] ?? 0) + 1;
    if (mark === '[') count.depth += 1;
    if (mark === ']') count.depth = Math.max(count.depth - 1, 0);
    const isDeep = count.depth > mostLevels;
    const isLarge = count.marks[mark] > mostMarks || offset - count.start > mostLetters;
    if ((isDeep || isLarge) && !count.isTold) report({ offset, ...(isDeep ? tooDeep : tooLarge) });
    count.isTold ||= isDeep || isLarge;
    return isDeep || isLarge;
  };
  const build = (mark: string): Construct => ({
    // Within a run of the same sign, no sign starts a new construct.
    ...('`$'.includes(mark) && {
      previous(code) {
        const isEscaped = this.events.at(-1)?.[1].type === 'characterEscape';
        return code !== mark.charCodeAt(0) || isEscaped;
      },
    }),
    tokenize(effects, ok, nok) {
      const isExcess = isTooMuch(this, mark);
      // Skips the rest of the paragraph line by line: a text token cannot contain a line end.
      const skip: State = (code) => {
        if (code === null) return ok(code);
        const isLineEnd = isEnd(code);
        effects.enter(isLineEnd ? 'lineEnding' : 'data');
        if (!isLineEnd) return skipLine(code);
        effects.consume(code);
        effects.exit('lineEnding');
        return skip;
      };
      const skipLine: State = (code) => {
        if (code !== null && !isEnd(code)) {
          effects.consume(code);
          return skipLine;
        }
        effects.exit('data');
        return skip(code);
      };
      return (code) => (isExcess ? skip(code) : nok(code));
    },
  });
  const { micromarkExtensions = [] } = this.data();
  const marks = Array.from('[]*_<`$', (mark) => [mark.charCodeAt(0), build(mark)] as const);
  const image: Construct = { ...build('['), partial: true };
  const text: ConstructRecord = {
    ...Object.fromEntries(marks),
    33: {
      tokenize(effects, ok, nok) {
        return (code) => {
          effects.enter('data');
          effects.consume(code);
          effects.exit('data');
          return (next) => (next === 91 ? effects.attempt(image, ok, nok)(next) : nok(next));
        };
      },
    },
  };
  micromarkExtensions.push({ text });
}

const tooDeep = {
  rule: 'too-deep' as const,
  expected: `at most ${mostLevels} nested brackets`,
  fix: 'Remove brackets, or write \\[ for a literal bracket.',
};

const tooLarge = {
  rule: 'too-large' as const,
  expected: `a paragraph of at most ${mostLetters} letters, with at most ${mostMarks} of one mark such as * or [`,
  fix: 'Split the paragraph, or remove marks.',
};
