import type { Name } from './names.ts';
import type { Reference } from './reference.ts';

/** A short reference in parts, so that a component can set the venue in italics and link the title. */
export interface ShortReference {
  key: string;
  /** “von Oswald, J. et al.” */
  authors: string;
  year: string;
  /** With its quotation marks, and the full stop that ends it. */
  title: string;
  /** Without the full stop that comes after it. */
  venue?: string;
  /** The best link to the work. */
  address?: string;
}

/** The house style: von Oswald, J. et al. (2023). “Transformers Learn In-Context by Gradient Descent.” ICML. */
export function formatShort(reference: Reference): ShortReference {
  const { key, year, address } = reference;
  const venue = (reference.abbreviation ?? reference.venue)?.replace(/\.$/, '');
  return {
    key,
    authors: formatAuthors(reference),
    year,
    title: formatTitle(reference.title),
    ...(venue !== undefined && { venue }),
    ...(address !== undefined && { address }),
  };
}

function formatAuthors({ authors, andOthers }: Reference): string {
  const [first, second] = authors.map(formatName);
  if (andOthers || authors.length > 2) return `${first} et al.`;
  return second === undefined ? (first ?? '') : `${first} & ${second}`;
}

function formatName(name: Name): string {
  if ('literal' in name) return name.literal;
  const family = [name.particle, name.family].filter(Boolean).join(' ');
  return [family, formatInitials(name.given), name.suffix].filter(Boolean).join(', ');
}

/** “Percy S.” and “P.S.” are “P. S.”, “Jean-Luc” is “J.-L.”; a nickname in brackets has no initial. */
function formatInitials(given: string): string {
  return given
    .split(/[\s\u00A0]+|(?<=\.)(?=\p{L})/u)
    .filter((word) => /^\p{L}/u.test(word))
    .map((word) => word.split(/[-‐]/).map(formatInitial).join('-'))
    .join(' ');
}

function formatInitial(word: string): string {
  const [letter = ''] = word;
  return letter && `${letter.toUpperCase()}.`;
}

/** A title within quotation marks: its own become single, and its own last mark does for a full stop. */
function formatTitle(title: string): string {
  const inner = title.replaceAll('“', '‘').replaceAll('”', '’');
  return `“${inner}${/[.?!…]['’]?$/.test(inner) ? '' : '.'}”`;
}

/** The name of a work in a sentence: “von Oswald et al. (2023)”, “Doe and Roe (2020)”. */
export function formatNamed(reference: Reference): string {
  return `${formatFamilies(reference, 'and')} (${reference.year})`;
}

/** The name in brackets of a work without a number: “von Oswald et al., 2023”, “Doe & Roe, 2020”. */
export function formatBracketed(reference: Reference): string {
  return `${formatFamilies(reference, '&')}, ${reference.year}`;
}

function formatFamilies({ authors, andOthers }: Reference, and: string): string {
  const [first = '', second] = authors.map((name) =>
    'literal' in name ? name.literal : [name.particle, name.family].filter(Boolean).join(' '),
  );
  if (andOthers || authors.length > 2) return `${first} et al.`;
  return second === undefined ? first : `${first} ${and} ${second}`;
}
