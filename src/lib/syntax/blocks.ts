import type { TokenizeContext } from 'micromark-util-types';
import { buildSpan, mostLetters, type Scanner, type Verdict } from './span.ts';

/** More letters than a block has. */
const mostInBlock = 20_000;

/** The ends that were searched for in vain, by parser, with the offsets between which each is missing. */
const missing = new WeakMap<object, Map<string, [from: number, to: number]>>();

/**
 * Builds a scanner that reads up to a sign, which the opening decides. `findEnd` returns that sign once the opening is
 * complete, '' if more letters are needed, and undefined if this is no opening.
 */
function scanTo(
  context: TokenizeContext,
  findEnd: (opening: string) => string | undefined,
  { isBlock = false, allowsBlank = true, isRest = (rest: string) => rest.trim() === '' } = {},
): Scanner {
  const start = context.now().offset;
  const known = missing.get(context.parser) ?? new Map<string, [number, number]>();
  missing.set(context.parser, known);
  let source = '';
  let end = '';
  let closed = 0;
  const giveUp = (): Verdict => {
    if (end !== '') known.set(end, [start, start + source.length]);
    return 'none';
  };
  return (character) => {
    if (closed > 0) {
      if (character !== '' && character !== '\n') {
        source += character;
        return 'mark';
      }
      return isRest(source.slice(closed)) ? 'after' : 'none';
    }
    if (character === '' || source.length > (isBlock ? mostInBlock : mostLetters)) return giveUp();
    source += character;
    if (end === '') {
      const found = findEnd(source);
      if (found === undefined) return 'none';
      end = found;
      const [from = 0, to = 0] = known.get(end) ?? [];
      return from < start && start < to ? 'none' : 'mark';
    }
    if (!allowsBlank && character === '\n' && /\n[ \t]*\n$/.test(source.slice(-80)))
      return giveUp();
    if (!source.endsWith(end) || isEscaped(source, source.length - end.length)) return 'mark';
    if (!isBlock) return 'last';
    closed = source.length;
    return 'mark';
  };
}

/** Whether an odd number of backslashes stands before a place: of two, the first escapes the second. */
function isEscaped(source: string, at: number): boolean {
  return /(?<!\\)(?:\\\\)*\\$/.test(source.slice(Math.max(at - 20, 0), at));
}

/** An opening that is always the same. */
const findFixed = (sign: string, end: string) => (opening: string) =>
  opening === sign ? end : sign.startsWith(opening) ? '' : undefined;

const findRemarkEnd = (opening: string) =>
  /^\{\s*\/\*$/.test(opening) ? '*/' : /^\{\s*\/?$/.test(opening) ? '' : undefined;

const findEnvironmentEnd = (opening: string) => {
  const [, name, brace] = /^\\begin\{([a-z]*\*?)(\}?)$/i.exec(opening) ?? [];
  if (name !== undefined && name !== '' && brace !== '') return `\\end{${name}}`;
  return name !== undefined || '\\begin{'.startsWith(opening) ? '' : undefined;
};

/** `<!-- a remark -->` of HTML, and `{/* a remark *\/}` of MDX. */
const remarkSigns = [
  { findEnd: findFixed('<!--', '-->'), isRest: (rest: string) => rest.trim() === '' },
  { findEnd: findRemarkEnd, isRest: (rest: string) => /^\s*\}\s*$/.test(rest) },
];

export const [commentBlock, remarkBlock] = remarkSigns.map(({ findEnd, isRest }) =>
  buildSpan('proseBlock', (context) => scanTo(context, findEnd, { isBlock: true, isRest })),
) as [ReturnType<typeof buildSpan>, ReturnType<typeof buildSpan>];

export const comment = buildSpan('proseSpan', (context) =>
  scanTo(context, findFixed('<!--', '-->')),
);

/** The brace after the remark belongs to it. */
export const remark = buildSpan('proseSpan', (context) => {
  const scan = scanTo(context, findRemarkEnd);
  let isClosed = false;
  return (character) => {
    if (isClosed) return character === '}' ? 'last' : /\s/.test(character) ? 'mark' : 'none';
    const verdict = scan(character);
    isClosed = verdict === 'last';
    return isClosed ? 'mark' : verdict;
  };
});

/** `\begin{align}` to `\end{align}`. */
export const environment = buildSpan('proseBlock', (context) =>
  scanTo(context, findEnvironmentEnd, { isBlock: true }),
);

/** `\[` to `\]`, and `\\[` to `\\]` as Jekyll has it. */
export const bracketFormulas = ['\\', '\\\\'].map((sign) =>
  buildSpan('proseBlock', (context) =>
    scanTo(context, findFixed(`${sign}[`, `${sign}]`), { isBlock: true, allowsBlank: false }),
  ),
);

const label = /^\s*(?:\{#eqn?[-:_][^}\s]*\})?\s*$/;

/**
 * A formula whose first or last line holds more than `$$`: `$$ x = 1 $$`, `$$ x = 1 $$ {#eq-x}`. One with `$$` alone on
 * both lines is read by the extension for mathematics.
 */
export const dollarFormula = buildSpan('proseBlock', (context) => {
  const scan = scanTo(context, findFixed('$$', '$$'), {
    isBlock: true,
    allowsBlank: false,
    isRest: (rest) => label.test(rest),
  });
  let source = '';
  return (character) => {
    source += character;
    const isLabelled = /^\$\$\s*\{#[^}]*\}\s*\n$/.test(source);
    if (source === '$$$' || isLabelled) return 'none';
    const verdict = scan(character);
    if (verdict !== 'after') return verdict;
    return /^\$\$\s*\n[^]*\n\s*\$\$\s*$/.test(source) ? 'none' : 'after';
  };
});

/** A line `<hr>`, which needs no slash. */
export const rule = buildSpan('proseBlock', () => {
  let source = '';
  return (character) => {
    if (character === '' || character === '\n')
      return /^<hr\s*\/?>\s*$/i.test(source) ? 'after' : 'none';
    source += character;
    return /^<(?:h(?:r\s*(?:\/?(?:>\s*)?)?)?)?$/i.test(source) ? 'mark' : 'none';
  };
});

/** `<br>`, `<wbr>` and `<img …>`, which need no slash. */
export const emptyTag = buildSpan('proseSpan', () => {
  let source = '';
  return (character) => {
    source += character;
    if (/^<(?:w?br\s*\/?|img\s[^<>]*)>$/i.test(source)) return 'last';
    const isStart = /^<(?:w?(?:br?)?|w?br\s*\/?|i?m?g?|img\s[^<>]*)$/i.test(source);
    return isStart && character !== '' && source.length < mostLetters ? 'mark' : 'none';
  };
});

/** An address between angle brackets. */
export const address = buildSpan('proseSpan', () => {
  let source = '';
  return (character) => {
    source += character;
    if (/[\s{]/.test(character) || character === '' || /.[<]$/.test(source)) return 'none';
    if (source.length > mostLetters) return 'none';
    if (character !== '>') return 'mark';
    return /^<(?:https?:\/\/\S+|mailto:\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>$/i.test(source)
      ? 'last'
      : 'none';
  };
});
