import type { Inline } from '../lib/inline.ts';
import type { Name } from './names.ts';
import type { BibEntry } from './parse.ts';
import { formatTexName } from './plain-name.ts';
import { escapeTex, formatTex } from './tex-source.ts';

/** Fields without prose. TeX packages for URLs need them unescaped. */
const verbatim = new Set(['url', 'doi', 'eprint']);

/** The fields of a work that is not in a `.bib` file: text with or without marks, and names in their parts. */
export interface PlainFields {
  title: string | readonly Inline[];
  author: readonly Name[];
  [field: string]: string | readonly Inline[] | readonly Name[] | undefined;
}

/** An entry of BibTeX, as an author would write it, from plain text; fields without a value are left out. */
export function buildPlainEntry(type: string, key: string, plain: PlainFields): BibEntry {
  const fields = new Map(
    Object.entries(plain).flatMap(([name, value = '']) => {
      const text =
        name === 'author'
          ? plain.author.map(formatTexName).join(' and ')
          : formatValue(name, value as string | readonly Inline[]);
      return text === '' ? [] : [[name, text] as const];
    }),
  );
  const lines = [...fields].map(([name, value]) => `  ${name} = {${value}}`);
  const source = `@${type}{${key},\n${lines.join(',\n')}\n}`;
  return { key, type, fields, positions: new Map(), source, line: 1 };
}

/** Braces around a title keep its capitals, which styles of BibTeX take away. */
function formatValue(name: string, value: string | readonly Inline[]): string {
  if (typeof value === 'string' && verbatim.has(name)) return value;
  const tex = typeof value === 'string' ? escapeTex(value) : formatTex(value);
  return name === 'title' ? `{${tex}}` : tex;
}
