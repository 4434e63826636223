import { formatFullName, isUnspaced, type Name } from './names.ts';
import type { Words } from '../words/words.ts';
import type { Reference } from './reference.ts';
import { addRun, joinRuns, mapRuns, setItalic, type Run } from './runs.ts';
import { readRuns } from './texts.ts';

/** A short reference in parts, so that a component can set the venue in italics and link the title. */
export interface ShortReference {
  key: string;
  /** “von Oswald, J. et al.”; empty without authors. */
  authors: string;
  year: string;
  /** With its quotation marks, and the full stop that ends it. */
  title: Run[];
  /** In italics, with the full stop that ends it. */
  venue?: Run[];
  /** The best link to the work. */
  address?: string;
}

/** The house style: von Oswald, J. et al. (2023). “Transformers Learn In-Context by Gradient Descent.” ICML. */
export function formatShort(reference: Reference): ShortReference {
  const { key, address } = reference;
  const venue = readRuns(
    reference,
    reference.abbreviation === undefined ? 'venue' : 'abbreviation',
  );
  return {
    key,
    authors: formatAuthors(reference),
    year: formatYear(reference),
    title: formatTitle(readRuns(reference, 'title')),
    ...(venue.length > 0 && { venue: endVenue(venue) }),
    ...(address !== undefined && { address }),
  };
}

function endVenue(venue: readonly Run[]): Run[] {
  const runs = setItalic(venue);
  if (!joinRuns(runs).endsWith('.')) addRun(runs, { text: '.', isItalic: true });
  return runs;
}

/** The year, or the words for a work without one. */
export function formatYear({ year }: Pick<Reference, 'year'>): string {
  return year || 'n.d.';
}

function formatAuthors({ authors, andOthers }: Reference): string {
  const [first, second] = authors.map(formatName);
  if (andOthers || authors.length > 2) return `${first} et al.`;
  return second === undefined ? (first ?? '') : `${first} & ${second}`;
}

/** A name as the short form has it: “von Oswald, J.”. */
export function formatName(name: Name): string {
  if ('literal' in name) return name.literal;
  if (isUnspaced(name)) return formatFullName(name);
  const family = [name.particle, name.family].filter(Boolean).join(' ');
  return [family, formatInitials(name.given), name.suffix].filter(Boolean).join(', ');
}

/** A name in the order of speech: “J. von Oswald”. */
export function formatSpoken(name: Name): string {
  if ('literal' in name || isUnspaced(name)) return formatFullName(name);
  return formatFullName({ ...name, given: formatInitials(name.given) });
}

/** “Percy S.” and “P.S.” are “P. S.”, “Jean-Luc” is “J.-L.”; a nickname in brackets has no initial. */
function formatInitials(given: string): string {
  return given
    .split(/[\s\u00A0]+|(?<=\.)(?=\p{L})/u)
    .filter((word) => /^\p{L}/u.test(word))
    .map((word) => word.split(/[-‐]/).map(formatInitial).join('-'))
    .join(' ');
}

/** A script without capitals has no initials. */
function formatInitial(word: string): string {
  const letter = /^\P{M}\p{M}*/u.exec(word)?.[0] ?? '';
  const isCaseless = /\p{L}/u.test(letter) && letter.toLowerCase() === letter.toUpperCase();
  return isCaseless ? word : letter && `${letter.toUpperCase()}.`;
}

/** A title within quotation marks: its own become single, and its own last mark does for a full stop. */
function formatTitle(title: readonly Run[]): Run[] {
  const inner = mapRuns(title, (text) => text.replaceAll('“', '‘').replaceAll('”', '’'));
  const end = /[.?!…]['’]?$/.test(joinRuns(inner)) ? '”' : '.”';
  const runs: Run[] = [];
  for (const run of [{ text: '“' }, ...inner, { text: end }]) addRun(runs, run);
  return runs;
}

/** The name of a work in a sentence: “von Oswald et al. (2023)”, “Doe and Roe (2020)”. */
export function formatNamed(reference: Reference, { works }: Words): string {
  return `${formatFamilies(reference, works.and)} (${formatYear(reference)})`;
}

/** The name in brackets of a work without a number: “von Oswald et al., 2023”, “Doe & Roe, 2020”. */
export function formatBracketed(reference: Reference): string {
  return `${formatFamilies(reference, '&')}, ${formatYear(reference)}`;
}

/** The name of a work in a margin or a label: “von Oswald et al. 2023”. */
export function formatLabel(reference: Reference): string {
  return `${formatFamilies(reference, '&')} ${formatYear(reference)}`;
}

/** A venue with more characters than this has no place in a margin, unless it has an abbreviation. */
const longestVenue = 28;

/** A work in a margin, whose rest is in the list of works: “von Oswald et al. 2023, *ICML*”. */
export function formatMargin(reference: Reference): Run[] {
  const { abbreviation, venue } = reference;
  const name = { text: formatLabel(reference) };
  const runs = readRuns(reference, abbreviation === undefined ? 'venue' : 'abbreviation');
  if (runs.length === 0 || (abbreviation ?? venue ?? '').length > longestVenue) return [name];
  return [{ text: `${name.text}, ` }, ...setItalic(runs)];
}

/** Without authors, the title stands in their place, as in the list of works. */
function formatFamilies({ authors, andOthers, title }: Reference, and: string): string {
  if (authors.length === 0) return `“${title}”`;
  const [first = '', second] = authors.map((name) =>
    'literal' in name ? name.literal : [name.particle, name.family].filter(Boolean).join(' '),
  );
  if (andOthers || authors.length > 2) return `${first} et al.`;
  return second === undefined ? first : `${first} ${and} ${second}`;
}
