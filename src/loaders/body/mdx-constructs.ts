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

/** A mistake that the reader of MDX noticed: where what it is in begins, and where it was noticed. */
export interface Slip {
  start: number;
  noticed: number;
  /** What the reader says of it. */
  reason: string;
}

interface Options {
  text: string;
  /** Whether a line, counted from 1, is part of a block in which a mistake was noticed already. */
  isLost: (line: number) => boolean;
  note: (slip: Slip) => void;
}

/**
 * Lets what MDX adds to Markdown report its mistakes and go on, where it would throw the first: a sign that
 * begins nothing is a letter. To be used right after `remarkMdx`.
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

/** A message of the reader as a mistake in what begins at `start`; nothing for any other error. */
export function buildSlip(text: string, start: number, error: unknown): Slip | undefined {
  const {
    reason,
    line = 1,
    column = 1,
  } = error as { reason?: string; line?: number; column?: number };
  if (typeof reason !== 'string') return undefined;
  return { start, noticed: (listLineStarts(text)[line - 1] ?? text.length) + column - 1, reason };
}

/** The mistake of code that has no end, or is so deep that the reader broke down. */
function buildEndless(text: string, start: number): Slip {
  const isImport = /^(?:im|ex)port/.test(text.slice(start, start + 6));
  return { start, noticed: start + 1, reason: isImport ? 'import/exports' : 'expression' };
}

/** The last line on which a remark ends, counted from 1; 0 where there is none. */
function findLastRemark(text: string): number {
  const at = Array.from(text.matchAll(/\*\/\s*\}/g), ({ index }) => index).at(-1);
  return at === undefined ? 0 : text.slice(0, at).split('\n').length;
}

/** As many lines of an import as may be looked through for its end. */
const mostLines = 20;

/**
 * Tells whether program code goes on beyond an empty line, which an author means in a remark alone: each
 * brace that is not closed would be looked for to the end of the text.
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
    // A code is told again where one state hands it on to the next.
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
