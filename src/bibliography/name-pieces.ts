import { unspacedLetter } from './name-words.ts';

/** An “and” without the space on one side: “andRoe”, “J.and”. A name can end in “{R}and”. */
const unspacedAnd = /^(?:(.*(?<!\\)\.\}?)and|and(\p{Lu}\p{L}.*))$/u;

/** Splits a field into names as written, with single spaces. “others” counts as a name. */
export function splitNames(value: string): string[] {
  const names: string[][] = [[]];
  // Some write “and,” or the \and of LaTeX.
  for (const word of split(value.replace(/\\and(?![A-Za-z])/gi, ' and '), /\s/)) {
    const [, before = '', after = ''] = unspacedAnd.exec(word) ?? [];
    if (/^and,?$/i.test(word) || after !== '' || before !== '') {
      if (before !== '') names.at(-1)?.push(before);
      names.push(after === '' ? [] : [after]);
    } else names.at(-1)?.push(word);
  }
  return names.map((words) => words.join(' ')).filter(Boolean);
}

/** Replaces the commas and semicolons of Arabic and Chinese outside of braces. */
export function unifyCommas(value: string): string {
  if (!/[،，、；؛]/.test(value)) return value;
  let depth = 0;
  return joinEnumerated(value).replace(/[{}،，、；؛]/g, (sign) => {
    if (sign === '{') depth++;
    else if (sign === '}') depth--;
    else if (depth === 0) return /[；؛]/.test(sign) ? '; ' : ', ';
    return sign;
  });
}

/** A whole name in characters without capitals: 李世民, 李 世民. */
const wholeName = new RegExp(
  String.raw`^(?:${unspacedLetter}{2,4}|${unspacedLetter}{1,3}\s+${unspacedLetter}{1,4})$`,
  'u',
);

/** Joins “李世民、王小明” by “and”: this comma stands between people, and “李、世民” is one. */
function joinEnumerated(value: string): string {
  if (!value.includes('、') || /[{}]/.test(value)) return value;
  const lists = value.split(/\s+and\s+/i).map((list) => {
    const names = list.trim().split(/\s*、\s*/);
    return names.every((name) => wholeName.test(name)) ? names.join(' and ') : list;
  });
  return lists.join(' and ');
}

/** The parts of one name between its commas. */
export function splitParts(name: string): string[] {
  return split(name, /,/);
}

/**
 * The parts of a name in the extended form of biblatex, `family=Doe, given=Jane, prefix=van`, by their names. Quotation
 * marks keep commas: `family="Doe, Inc."`, `"family=Doe, Inc."`.
 */
export function splitNamedParts(name: string): ReadonlyMap<string, string> | undefined {
  if (!/family\s*=/.test(name)) return undefined;
  const unquoted = name
    .replace(/"([a-z-]+\s*=\s*)([^"]*)"/g, '$1"$2"')
    .replace(/"([^"]*)"/g, (_, words: string) => (words.includes(',') ? `{${words}}` : words));
  const pairs = splitParts(unquoted).map((part) => /^([a-z-]+)\s*=\s*(.*)$/s.exec(part));
  const parts = new Map(pairs.flatMap((pair) => (pair ? [[pair[1] ?? '', pair[2] ?? '']] : [])));
  return parts.has('family') && !pairs.includes(null) ? parts : undefined;
}

/**
 * Splits at the characters that `separator` matches outside braces, and drops empty pieces. A command with its
 * following spaces stays together: `Fran\c cois` is one word. `Bla\ss and` is two words, because BibTeX looks for “and”
 * before it looks for commands.
 */
export function split(text: string, separator: RegExp): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '\\')
      at +=
        (/^\\(?:[A-Za-z]+(?:\s+(?!and\s))?|.)/is.exec(text.slice(at, at + 40))?.[0].length ?? 1) -
        1;
    else if (character === '{') depth++;
    else if (character === '}') depth--;
    else if (depth === 0 && separator.test(character)) {
      pieces.push(text.slice(start, at));
      start = at + 1;
    }
  }
  pieces.push(text.slice(start));
  return pieces.map((piece) => piece.trim()).filter(Boolean);
}
