import type { TexReader } from './reader.ts';

/** The brackets that may follow `\qty` of the package physics, with their ends. */
const ends: Readonly<Record<string, string>> = { '(': ')', '[': ']', '|': '|' };

/**
 * Returns the TeX of `\qty( … )`, `\qty[ … ]` or `\qty| … |`, whose brackets grow with what they hold, or undefined for
 * another command. A bracket before a brace holds the options of siunitx.
 */
export function readBrackets(name: string, reader: TexReader): string | undefined {
  if (name !== 'qty' && name !== 'quantity') return undefined;
  const start = reader.index;
  const open = reader.take(/\s*([([|])/y)?.[1] ?? '';
  const end = ends[open];
  const length = end === undefined ? -1 : findEnd(reader.text.slice(reader.index), open, end);
  const inner = reader.text.slice(reader.index, reader.index + length);
  const after = reader.text.slice(reader.index + length + 1);
  if (length < 0 || (open === '[' && /^\s*\{/.test(after))) {
    reader.index = start;
    return undefined;
  }
  reader.index += length + 1;
  return `\\left${open} ${inner}\\right${end}`;
}

/** Returns the index of the bracket that closes one which is open, or -1. */
function findEnd(text: string, open: string, end: string): number {
  let depth = 1;
  let braces = 0;
  for (const { 0: sign, index } of text.matchAll(/\\[^]|[{}()[\]|]/g)) {
    if (sign === '{') braces += 1;
    if (sign === '}') braces -= 1;
    if (braces < 0) return -1;
    if (braces > 0) continue;
    if (sign === end) depth -= 1;
    else if (sign === open) depth += 1;
    if (depth === 0) return index;
  }
  return -1;
}
