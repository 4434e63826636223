import { readHtml } from './html.ts';
import { symbols } from './tex-tables.ts';

/** Turns a field that is no prose (an address, a DOI) into text: only TeX's escapes and HTML are taken out. */
export function renderVerbatim(tex: string): string {
  return renderSpaced(tex).replace(/\s/g, '');
}

/** The same with its blanks, which an identifier has not. */
export function renderSpaced(tex: string): string {
  return readHtml(tex)
    .replace(/\\href\s*\{([^{}]*)\}\s*\{[^{}]*\}/g, '$1')
    .replace(/\\(?:url|path|nolinkurl)\b/g, '')
    .replace(/\\textasciitilde\b|\$\^?\\sim\$|\\~(?:\{\})?/g, '~')
    .replace(/\\textunderscore\b/g, '_')
    .replace(/\\([&%#_$])/g, '$1')
    .replace(/\\([A-Za-z]+)/g, (_, name: string) => symbols.get(name) ?? name)
    .replace(/[{}]/g, '')
    .trim();
}
