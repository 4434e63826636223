import { parseNames } from './names.ts';
import type { BibEntry } from './parse.ts';

/** Characters with a meaning in TeX, escaped. Braces go by name, since BibTeX counts them even after a backslash. */
const escapes: Readonly<Record<string, string>> = {
  ...{ '\\': String.raw`\textbackslash{}`, '~': String.raw`\textasciitilde{}` },
  ...{ '^': String.raw`\textasciicircum{}`, '"': String.raw`\textquotedbl{}` },
  ...{ '{': String.raw`\textbraceleft{}`, '}': String.raw`\textbraceright{}` },
  ...{ '&': '\\&', '%': '\\%', '#': '\\#', _: '\\_', $: '\\$' },
};

/** Fields without prose. TeX packages for URLs need them unescaped. */
const verbatim = new Set(['url', 'doi', 'eprint']);

/** The fields of a work that is not in a `.bib` file: plain text, with names in printed form. */
export interface PlainFields {
  title: string;
  author: readonly string[];
  [field: string]: string | readonly string[] | undefined;
}

/** An entry of BibTeX, as an author would write it, from plain text; fields without a value are left out. */
export function buildPlainEntry(type: string, key: string, plain: PlainFields): BibEntry {
  const fields = new Map(
    Object.entries(plain).flatMap(([name, value]) => {
      const text = typeof value === 'string' ? formatValue(name, value) : formatNames(value ?? []);
      return text === '' ? [] : [[name, text] as const];
    }),
  );
  const lines = [...fields].map(([name, value]) => `  ${name} = {${value}}`);
  const source = `@${type}{${key},\n${lines.join(',\n')}\n}`;
  return { key, type, fields, positions: new Map(), source, line: 1 };
}

/** Braces around a title keep its capitals, which styles of BibTeX take away. */
function formatValue(name: string, value: string): string {
  if (verbatim.has(name)) return value;
  return name === 'title' ? `{${escapeTex(value)}}` : escapeTex(value);
}

function formatNames(names: readonly string[]): string {
  return names.map(formatName).join(' and ');
}

/** Formats a name for BibTeX: a suffix goes between commas, and braces protect a name that BibTeX would split. */
function formatName(printed: string): string {
  const [, plain = printed, suffix] = /^(.+?),?\s+((?:Jr|Sr)\.?|I{2,3}|IV)$/.exec(printed) ?? [];
  const name = /,|\band\b/i.test(plain) ? `{${escapeTex(plain)}}` : escapeTex(plain);
  const [person] = parseNames(name).names;
  if (suffix === undefined || person === undefined || 'literal' in person) return name;
  const family = [person.particle, person.family].filter(Boolean).join(' ');
  return [family, suffix, person.given].map(escapeTex).join(', ');
}

function escapeTex(text: string): string {
  return text.replace(/[\\~^"{}&%#_$]/g, (sign) => escapes[sign] ?? sign);
}
