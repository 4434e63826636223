import { isNaming } from './command-forms.ts';

/** Returns the arguments in braces or in brackets. */
export function readArguments(source: string, sign: '{' | '['): string[] {
  const pattern = sign === '{' ? /\{((?:[^{}]|\{[^{}]*\})*)\}/g : /\[([^\]]*)\]/g;
  return Array.from(source.matchAll(pattern), ([, words = '']) => words);
}

/** Writes a command that cites as a citation of this site. Undefined if it has words before the works, or none. */
export function cite(command: string, rest: string): string | undefined {
  const [keys = ''] = readArguments(rest, '{');
  const notes = readArguments(rest, '[').map((note) => note.replace(/~|\\,/g, '\u00a0').trim());
  const names = keys
    .split(',')
    .map((key) => key.trim())
    .filter(Boolean);
  if (names.length === 0) return undefined;
  const page = notes.at(-1) ?? '';
  if (notes.length > 1 && notes[0] !== '') return undefined;
  // As in Pandoc, a key with signs of a sentence has braces within one.
  const named = names.map((name) =>
    /^\p{L}(?:[\p{L}\p{N}_:.+/]|-(?!-))*$/u.test(name) ? `@${name}` : `@{${name}}`,
  );
  if (isNaming(command)) return page === '' ? named.join(' and ') : undefined;
  const last = page === '' ? '' : `, ${page.replace(/--/g, '–')}`;
  return `[@${names.join('; @')}${last}]`;
}

/**
 * Writes the label of LaTeX as the key of a part: `eq:loss`, `eqn:loss` and `tab:cost` as `eq-loss` and `tbl-cost`. A
 * label without a kind is that of an equation, since no other part can have one.
 */
export function refer(label: string): string {
  return label
    .split(',')
    .map((one) => `@${nameLabel(one, namesKind.test(one) ? '' : 'eq')}`)
    .join(' and ');
}

const prefixes: Readonly<Record<string, string>> = {
  ...{ eqn: 'eq', equation: 'eq', figure: 'fig', tab: 'tbl', table: 'tbl', section: 'sec' },
  ...{ ssec: 'sec', subsec: 'sec' },
};

/** A kind, and a sign after it. */
const namesKind = new RegExp(
  `^\\s*(?:eq|fig|tbl|sec|entry|${Object.keys(prefixes).join('|')})[^\\p{L}\\p{N}]`,
  'iu',
);

/** Whether a key is a label as in LaTeX, whose kind stands before a colon: `fig:loss`. */
export function isLatexLabel(key: string): boolean {
  return /^(?:eqn?|fig|tbl|tab|sec|subsec):[^:/]+$/i.test(key);
}

export function nameLabel(label: string, fallback = ''): string {
  const words = label
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const [first = '', ...rest] = words;
  if (rest.length > 0 && Object.hasOwn(prefixes, first)) words[0] = prefixes[first] ?? first;
  else if (fallback !== '' && !(first === fallback && rest.length > 0)) words.unshift(fallback);
  return words.join('-');
}
