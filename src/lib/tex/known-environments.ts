import type { LocatedTex } from './located-tex.ts';
import { MacroError, TexReader } from './reader.ts';

/** An environment of mathtools, breqn, IEEEtrantools or nicematrix that KaTeX lacks. */
interface KnownEnvironment {
  /** The environment that looks the same; empty where a formula stands as it is. */
  same: string;
  /** The arguments that the other one has not: `o` may be there, in brackets, and `m` must be, in braces. */
  dropped?: string;
  brackets?: readonly [open: string, close: string];
}

const known: Readonly<Record<string, KnownEnvironment>> = {
  multlined: { same: 'gathered', dropped: 'oo' },
  lgathered: { same: 'gathered', dropped: 'o' },
  rgathered: { same: 'gathered', dropped: 'o' },
  dmath: { same: 'equation', dropped: 'o' },
  IEEEeqnarray: { same: 'eqnarray', dropped: 'om' },
  xalignat: { same: 'alignat' },
  xxalignat: { same: 'alignat' },
  fleqn: { same: '', dropped: 'o' },
  linenomath: { same: '' },
  spreadlines: { same: '', dropped: 'm' },
  ...Object.fromEntries(
    ['', 'p', 'b', 'B', 'v', 'V'].map((sign) => [
      `${sign}NiceMatrix`,
      { same: `${sign}matrix`, dropped: 'o' },
    ]),
  ),
  ...Object.fromEntries(
    Object.entries({
      ...{ p: ['(', ')'], b: ['[', ']'], B: ['\\{', '\\}'], v: ['|', '|'], V: ['\\|', '\\|'] },
    } as const).map(([sign, brackets]) => [
      `${sign}smallmatrix`,
      { same: 'smallmatrix', dropped: 'o', brackets },
    ]),
  ),
};

const edge = new RegExp(String.raw`\\(begin|end)\{(${Object.keys(known).join('|')})(\*?)\}`, 'g');

/** Writes environments that KaTeX lacks as those that look the same. Throws `MacroError`. */
export function renameEnvironments(tex: LocatedTex): LocatedTex {
  const edits = Array.from(
    tex.text.matchAll(edge),
    ({ 0: all, 1: side, 2: name = '', 3: star, index }) => {
      const { same, dropped = '', brackets: [open, close] = [] } = known[name] ?? { same: '' };
      const reader = new TexReader(tex.text);
      reader.index = index + all.length;
      const option = side === 'begin' ? dropArguments(reader, dropped) : '';
      if (/^\w*NiceMatrix$/.test(name) && /(?:first|last)-(?:row|col)/.test(option))
        throw new MacroError(
          `a matrix without “${option}”, which puts a row or a column outside of its brackets`,
          tex.locate(index),
        );
      // The small matrices of KaTeX have no star, after which LaTeX aligns the columns.
      const mark = same === '' ? '' : `\\${side}{${same}${same === 'smallmatrix' ? '' : star}}`;
      const around = side === 'begin' ? `\\left${open}${mark}` : `${mark}\\right${close}`;
      const text = (open === undefined ? mark : around) + readNumber(option);
      return { start: index, end: reader.index, text };
    },
  );
  return edits.length === 0 ? tex : tex.replace(edits);
}

/** Moves a reader behind arguments, and returns those in brackets. */
function dropArguments(reader: TexReader, kinds: string): string {
  const options = Array.from(kinds, (kind) => {
    if (kind === 'o') return reader.takeOption() ?? '';
    if (/^\s*\{/.test(reader.text.slice(reader.index))) reader.takeArgument();
    return '';
  });
  return options.filter(Boolean).join(', ');
}

/** Writes the label and the number among the options of breqn as commands. */
function readNumber(option: string): string {
  const pairs = option.matchAll(/(?<![^\s,])(label|number)\s*=\s*(?:\{([^{}]*)\}|([^,]+))/g);
  return Array.from(
    pairs,
    ([, name, inner, bare = '']) =>
      `\\${name === 'label' ? 'label' : 'tag'}{${(inner ?? bare).trim()}}`,
  ).join('');
}
