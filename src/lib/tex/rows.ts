import type { LocatedTex } from './located-tex.ts';

/** A row of a formula: its extent, and the commands for its number. */
export interface Row {
  start: number;
  end: number;
  labels: string[];
  /** The number that the author wrote. */
  tag?: string;
  isUnnumbered: boolean;
}

/** The environment around a whole formula. */
export interface Environment {
  name: string;
  isStarred: boolean;
  /** The extent of its content. */
  start: number;
  end: number;
}

/** Returns the environment that a whole formula is in. */
export function findEnvironment({ text }: LocatedTex): Environment | undefined {
  const [all, name = '', star = ''] = /^\s*\\begin\{([a-zA-Z]+)(\*?)\}/.exec(text) ?? [];
  if (all === undefined) return undefined;
  const end = text.trimEnd().length - `\\end{${name}${star}}`.length;
  if (!text.startsWith(`\\end{${name}${star}}`, end)) return undefined;
  let depth = 0;
  for (const { 1: kind, index } of text.matchAll(/\\(begin|end)\s*\{[^}]*\}|\\\\/g)) {
    if (kind === 'begin') depth += 1;
    if (kind === 'end') depth -= 1;
    if (kind !== undefined && depth === 0 && index < end) return undefined;
  }
  return { name, isStarred: star !== '', start: all.length, end };
}

const sign =
  /\\(begin|end)\s*\{[^}]*\}|\\(label|tag\*?)\s*\{((?:[^{}]|\{[^{}]*\})*)\}|\\(notag|nonumber)(?![a-zA-Z])|(\\\\(?!\\))|\\[^]|[{}]|%[^\n]*/g;

/** Splits a part of a formula into its rows. */
export function listRows({ text }: LocatedTex, start: number, end: number): Row[] {
  let row: Row = { start, end, labels: [], isUnnumbered: false };
  const rows = [row];
  let depth = 0;
  for (const match of text.slice(start, end).matchAll(sign)) {
    const { 0: words, 1: kind, 2: command, 3: argument = '', 4: none, 5: rowEnd, index } = match;
    if (kind === 'begin' || words === '{') depth += 1;
    if (kind === 'end' || words === '}') depth -= 1;
    if (command === 'label') row.labels.push(argument);
    else if (command !== undefined) row.tag = argument;
    if (none !== undefined) row.isUnnumbered = true;
    if (rowEnd === undefined || depth > 0) continue;
    row.end = start + index;
    row = { start: start + index + words.length, end, labels: [], isUnnumbered: false };
    rows.push(row);
  }
  // The last row may be empty.
  const isEmpty = row.labels.length === 0 && /^\s*$/.test(text.slice(row.start, row.end));
  return isEmpty && rows.length > 1 ? rows.slice(0, -1) : rows;
}

/** Removes the sign of alignment of a row. The escaped one and those of a matrix or a text within it stay. */
export function dropAlignment(tex: string): string {
  let depth = 0;
  for (const { 0: sign, index } of tex.matchAll(/\\(?:begin|end)(?![a-zA-Z])|\\[^]|[{}&]/g)) {
    if (sign === '\\begin' || sign === '{') depth += 1;
    if (sign === '\\end' || sign === '}') depth -= 1;
    if (sign === '&' && depth === 0) return tex.slice(0, index) + tex.slice(index + 1);
  }
  return tex;
}
