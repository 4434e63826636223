import type { Run } from './runs.ts';

/** The signs that mark something in a field of an entry, and those that begin an address. */
const marks = /[\\*_$<&[\]@]|:(?=\/\/)|(?<=www)\./gi;

/** The signs that would be an accent after a backslash. */
const entities: Readonly<Record<string, string>> = { '~': '&#126;', '`': '&#96;' };

/** The TeX that a formula in MathML was made from. */
const annotation = /<annotation encoding="application\/x-tex">([^]*?)<\/annotation>/;

/** Writes runs as a field of an entry: Markdown, with formulas in TeX. */
export function formatFieldSource(runs: readonly Run[]): string {
  return runs.map(formatRun).join('');
}

function formatRun({ text, mathml, address, ...look }: Run): string {
  const tex = annotation.exec(mathml ?? '')?.[1];
  if (tex !== undefined) return `$${decode(tex).trim()}$`;
  const { isRaised, isLowered, isItalic, isBold, isFormula } = look;
  const tags = [
    isRaised && 'sup',
    isLowered && 'sub',
    isBold && 'b',
    isItalic && (isFormula ? 'var' : 'em'),
  ].filter((tag) => tag !== undefined);
  const words = tags.reduce((inner, tag) => `<${tag}>${inner}</${tag}>`, escapeMarks(text));
  return address === undefined
    ? words
    : `[${words}](<${address.replace(/[<>\\]/g, encodeURIComponent)}>)`;
}

function escapeMarks(text: string): string {
  return text.replace(marks, '\\$&').replace(/[~`]/g, (sign) => entities[sign] ?? sign);
}

function decode(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
}
