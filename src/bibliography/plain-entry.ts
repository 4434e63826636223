import type { BibEntry } from './parse.ts';

/** What means something in TeX, and what prints it. Braces by name, for BibTeX counts them even after a backslash. */
const escapes: Readonly<Record<string, string>> = {
  ...{ '\\': String.raw`\textbackslash{}`, '~': String.raw`\textasciitilde{}` },
  ...{ '^': String.raw`\textasciicircum{}`, '"': String.raw`\textquotedbl{}` },
  ...{ '{': String.raw`\textbraceleft{}`, '}': String.raw`\textbraceright{}` },
  ...{ '&': '\\&', '%': '\\%', '#': '\\#', _: '\\_', $: '\\$' },
};

/** Fields that hold no prose; TeX's packages for addresses want them as they are. */
const verbatim = new Set(['url', 'doi', 'eprint']);

/** What a work that is not in a `.bib` file says of itself: plain text, and names as they are printed. */
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

/** Braces around a name keep in one piece what BibTeX would part. */
function formatNames(names: readonly string[]): string {
  return names
    .map((name) => (/,|\band\b/i.test(name) ? `{${escapeTex(name)}}` : escapeTex(name)))
    .join(' and ');
}

function escapeTex(text: string): string {
  return text.replace(/[\\~^"{}&%#_$]/g, (sign) => escapes[sign] ?? sign);
}
