import { findType } from './entry-types.ts';
import { formatShort } from './format.ts';
import { buildPlace, findKind, type Place } from './kind.ts';
import type { Name } from './names.ts';
import type { Reference } from './reference.ts';
import { workKinds } from './work-kinds.ts';

/** A piece of a reference in APA style; the pieces follow each other without a gap. */
export interface ApaPart {
  text: string;
  isItalic?: true;
  /** The target of a link. */
  address?: string;
}

const mostAuthors = 20;

/** A reference in the style of APA, 7th edition, as plain text. Titles keep their author's capitals. */
export function formatApa(reference: Reference): string {
  return formatApaParts(reference)
    .map(({ text }) => text)
    .join('');
}

/** A reference in the style of APA, 7th edition, in parts, so that a component can set it. */
export function formatApaParts(reference: Reference): ApaPart[] {
  const date = [plain(`(${reference.year || 'n.d.'})`)];
  const who = [plain(formatAuthors(reference))];
  const title = formatTitle(reference);
  const opening = who[0]?.text ? [who, date, title] : [title, date];
  const sentences = [...opening, ...formatSource(reference)].map(closeSentence);
  return joinParts([...sentences, formatAddress(reference)].filter(({ length }) => length > 0));
}

/** The authors, or the editors with “(Ed.)” after them. */
function formatAuthors(reference: Reference): string {
  const { authors, andOthers } = reference;
  const list = joinNames(
    authors.map((name) => formatName(reference, name)),
    andOthers,
  );
  if (list === '' || !workKinds[findKind(reference)].isEdited) return list;
  return `${list} ${authors.length > 1 || andOthers ? '(Eds.)' : '(Ed.)'}`;
}

/** Up to twenty names; of more, the first nineteen and the last. A list with “and others” has no last. */
function joinNames(names: readonly string[], andOthers: boolean): string {
  const last = names.at(-1) ?? '';
  const first = names.slice(0, mostAuthors - 1);
  if (andOthers) return [...first, '& others'].join(', ');
  if (names.length > mostAuthors) return [...first, `… ${last}`].join(', ');
  if (names.length > 1) return [...names.slice(0, -1), `& ${last}`].join(', ');
  return last;
}

/** A name as the short form has it: that of a work by this author alone. */
function formatName(reference: Reference, name: Name): string {
  return formatShort({ ...reference, authors: [name], andOthers: false }).authors;
}

/** Whether the title is that of a part, and the whole has a title of its own. */
function isPart(reference: Reference): boolean {
  const { isPart = false } = workKinds[findKind(reference)];
  return isPart && buildPlace(reference).container !== undefined;
}

/** The title, in italics for a work of its own, with a description in brackets. */
function formatTitle(reference: Reference): ApaPart[] {
  if (isPart(reference)) return [plain(reference.title)];
  const { type, title } = reference;
  const kind = findKind(reference);
  const place = buildPlace(reference);
  const description =
    kind === 'thesis'
      ? [findType(type).degree ?? 'Thesis', place.publisher].filter(Boolean).join(', ')
      : workKinds[kind].description;
  const details =
    kind === 'report' && place.number !== undefined
      ? ` (Report No. ${place.number})`
      : formatExtent(place);
  return [italic(title), plain(details + (description === undefined ? '' : ` [${description}]`))];
}

/** The source of the work in one sentence each: the containing work, then the publisher. */
function formatSource(reference: Reference): ApaPart[][] {
  const { authors, eprint } = reference;
  const kind = findKind(reference);
  const place = buildPlace(reference);
  const { container, publisher, volume, number, pages } = place;
  if (kind === 'preprint') return [[plain(`arXiv:${eprint}`)]];
  if (kind === 'article' && container !== undefined) {
    const issue = number === undefined ? '' : `(${number})`;
    const numbers = [italic(volume ?? ''), plain(issue)];
    const separator = volume !== undefined || issue ? ', ' : '';
    const range = pages === undefined ? '' : `, ${pages}`;
    return [[italic(container), plain(separator), ...numbers, plain(range)]];
  }
  const isAuthor = authors.some((name) => 'literal' in name && name.literal === publisher);
  const house = publisher === undefined || isAuthor || kind === 'thesis' ? '' : publisher;
  if (container === undefined) return [[plain(house)]];
  if (!isPart(reference)) return [[plain(container)], [plain(house)]];
  return [[plain('In '), italic(container), plain(formatExtent(place))], [plain(house)]];
}

/** For example “ (Vol. 202, pp. 35151–35174)”; empty without volume and pages. */
function formatExtent({ volume, pages }: Place): string {
  const label = pages !== undefined && /[–,-]/.test(pages) ? 'pp.' : 'p.';
  const extent = [volume && `Vol. ${volume}`, pages && `${label} ${pages}`].filter(Boolean);
  return extent.length > 0 ? ` (${extent.join(', ')})` : '';
}

function formatAddress({ doi, address }: Reference): ApaPart[] {
  if (address === undefined) return [];
  return [{ text: doi === undefined ? address : `https://doi.org/${doi}`, address }];
}

const plain = (text: string): ApaPart => ({ text });
const italic = (text: string): ApaPart => ({ text, isItalic: true });

/** Ends a sentence with a full stop, unless its own last sign does for one; an empty one stays empty. */
function closeSentence(parts: ApaPart[]): ApaPart[] {
  const written = parts.filter(({ text }) => text !== '');
  const last = written.at(-1)?.text ?? '.';
  return /[.?!…]['’”]?$/.test(last) ? written : [...written, plain('.')];
}

/** Sentences one after the other, with a blank between; plain pieces that touch become one. */
function joinParts(sentences: readonly ApaPart[][]): ApaPart[] {
  const parts = sentences.flatMap((sentence, index) =>
    index === 0 ? sentence : [plain(' '), ...sentence],
  );
  return parts.reduce<ApaPart[]>((joined, part) => {
    const last = joined.at(-1);
    const isPlain = last && !last.isItalic && !part.isItalic && part.address === undefined;
    if (!isPlain) return [...joined, part];
    return [...joined.slice(0, -1), plain(last.text + part.text)];
  }, []);
}
