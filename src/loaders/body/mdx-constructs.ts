import type {
  Code,
  Construct,
  ConstructRecord,
  Extension,
  State,
  TokenizeContext,
} from 'micromark-util-types';
import type { Processor } from 'unified';
import { listLineStarts } from '../source.ts';

/**
 * A mistake that the MDX parser reported: the start of the construct, and the offset of the
 * report.
 */
export interface MdxSlip {
  start: number;
  noticed: number;
  /** The parser's message. */
  reason: string;
}

interface Options {
  text: string;
  /** Whether a line, counted from 1, is in a block with an earlier mistake. */
  isLost: (line: number) => boolean;
  note: (slip: MdxSlip) => void;
}

/**
 * Makes the MDX constructs report mistakes and go on, where they would throw the first. A sign
 * that starts no construct becomes text. Use it right after `remarkMdx`.
 */
export function tolerateSlips(this: Processor, options: Options): undefined {
  const { micromarkExtensions = [] } = this.data();
  const { flow = {}, text = {}, ...mdx }: Extension = micromarkExtensions.pop() ?? {};
  const lastRemark = findLastRemark(options.text);
  const map = (record: ConstructRecord) =>
    Object.fromEntries(
      Object.entries(record).map(([code, constructs]) => [
        code,
        [constructs ?? []].flat().map((construct) => tolerate(construct, options, lastRemark)),
      ]),
    );
  micromarkExtensions.push({ ...mdx, flow: map(flow), text: map(text) });
}

function tolerate(construct: Construct, options: Options, lastRemark: number): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const { line, offset } = this.now();
      if (options.isLost(line)) return nok;
      let isDone = false;
      const finish = (state: State) => (code: Code) => {
        isDone = true;
        return state(code);
      };
      const giveUp = (code: Code, error?: unknown) => {
        isDone = true;
        const slip = error === undefined ? undefined : buildSlip(options.text, offset, error);
        options.note(slip ?? buildEndless(options.text, offset));
        return nok(code);
      };
      const isBeyond = watchLines(this, lastRemark);
      const guard = (state: State) => (code: Code) => {
        if (isBeyond(code)) return giveUp(code);
        try {
          const next = state(code);
          return isDone || next === undefined ? next : guard(next);
        } catch (error) {
          if (isDone) throw error;
          return giveUp(code, error);
        }
      };
      return guard(construct.tokenize.call(this, effects, finish(ok), finish(nok)));
    },
  };
}

/** Converts a parser message to a slip. Returns undefined for any other error. */
export function buildSlip(text: string, start: number, error: unknown): MdxSlip | undefined {
  const {
    reason,
    line = 1,
    column = 1,
  } = error as { reason?: string; line?: number; column?: number };
  if (typeof reason !== 'string') return undefined;
  return { start, noticed: (listLineStarts(text)[line - 1] ?? text.length) + column - 1, reason };
}

/** Describes code without an end, or code too deep for the parser. */
function buildEndless(text: string, start: number): MdxSlip {
  const isImport = /^(?:im|ex)port/.test(text.slice(start, start + 6));
  return { start, noticed: start + 1, reason: isImport ? 'import/exports' : 'expression' };
}

/** Returns the last line on which a remark ends, counted from 1, or 0. */
function findLastRemark(text: string): number {
  const at = Array.from(text.matchAll(/\*\/\s*\}/g), ({ index }) => index).at(-1);
  return at === undefined ? 0 : text.slice(0, at).split('\n').length;
}

/** The most lines of an import to search for its end. */
const mostLines = 20;

/**
 * Builds a test of whether code continues beyond an empty line, which only remarks may. Otherwise
 * each unclosed brace would be searched for to the end of the text.
 */
function watchLines(context: TokenizeContext, lastRemark: number): (code: Code) => boolean {
  const first = context.now().line;
  let last = -1;
  let opening = '';
  let before: Code = null;
  let quote: Code = null;
  let isCode = false;
  let isRemark = false;
  let isBlank = false;
  return (code) => {
    const { offset, line } = context.now();
    // States hand on the same code.
    if (code === null || offset === last) return false;
    last = offset;
    if (code < -2) {
      const isWanted = isRemark && line <= lastRemark;
      const isBeyond = isBlank && isCode && !isWanted;
      isBlank = true;
      return /^[a-z]/.test(opening) ? line - first > mostLines : isBeyond;
    }
    if (code === 32 || code < 0) return false;
    isBlank = false;
    if (opening.length < 3) opening += String.fromCharCode(code);
    if (opening === '{') isCode = true;
    if (isRemark && before === 42 && code === 47) isRemark = false;
    if (opening === '{/*' && before === 47) isRemark = true;
    if (!isCode && quote === null && code === 123) isCode = true;
    if (code === quote) quote = null;
    else if (!isCode && quote === null && (code === 34 || code === 39)) quote = code;
    before = code;
    return false;
  };
}
