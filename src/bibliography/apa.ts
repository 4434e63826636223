import {
  formatAccess,
  formatDetails,
  formatEventPlace,
  formatExtent,
  formatPages,
} from './apa-details.ts';
import { findType } from './entry-types.ts';
import { formatName, formatSpoken, formatYear } from './format.ts';
import { findDoi } from './identifiers.ts';
import { buildPlace, findKind, readContainer } from './kind.ts';
import type { Name } from './names.ts';
import type { Reference } from './reference.ts';
import { closeSentence, joinRuns, joinSentences, plain, setItalic, type Run } from './runs.ts';
import { readRuns } from './texts.ts';
import { workKinds } from './work-kinds.ts';

/** A piece of a reference in APA style; the pieces follow each other without a gap. */
export type ApaPart = Run;

const mostAuthors = 20;

/** A reference in the style of APA, 7th edition, as plain text. Titles keep their author's capitals. */
export function formatApa(reference: Reference): string {
  return joinRuns(formatApaParts(reference));
}

/** A reference in the style of APA, 7th edition, in parts, so that a component can set it. */
export function formatApaParts(reference: Reference): ApaPart[] {
  const { doi, address } = reference;
  const sentences = listSentences(reference);
  const isLinked = sentences.flat().some((part) => part.address === address);
  if (address !== undefined && !isLinked)
    sentences.push([{ text: doi === undefined ? address : `https://doi.org/${doi}`, address }]);
  return joinSentences([...sentences, ...formatOriginal(reference)]);
}

/**
 * A reference in the style of APA without the address that it ends with. The names of those for whom `isOwn` holds are
 * bold.
 */
export function formatApaSentences(
  reference: Reference,
  isOwn: (name: Name) => boolean,
): ApaPart[] {
  return joinSentences([...listSentences(reference, isOwn), ...formatOriginal(reference)]);
}

function listSentences(
  reference: Reference,
  isOwn: (name: Name) => boolean = () => false,
): ApaPart[][] {
  const date = [plain(`(${formatYear(reference)})`)];
  const who = formatAuthors(reference, isOwn);
  const title = formatTitle(reference);
  const opening = who.some(({ text }) => text !== '') ? [who, date, title] : [title, date];
  const sentences = [...opening, ...formatSource(reference), ...formatRemarks(reference)];
  const closed = sentences.map(closeSentence).filter(({ length }) => length > 0);
  return [...closed, ...formatAccess(reference).map((access) => [plain(access)])];
}

/** The style has this after the address, and no full stop after it. */
function formatOriginal({ originalYear }: Reference): ApaPart[][] {
  return originalYear === undefined ? [] : [[plain(`(Original work published ${originalYear})`)]];
}

/** The authors, or the editors with “(Ed.)” after them. */
function formatAuthors(reference: Reference, isOwn: (name: Name) => boolean): ApaPart[] {
  const { authors, andOthers } = reference;
  const names = authors.map((name): ApaPart => {
    return { text: formatName(name), ...(isOwn(name) && { isBold: true }) };
  });
  const list = joinNames(names, andOthers);
  if (list.length === 0 || !workKinds[findKind(reference)].isEdited) return list;
  return [...list, plain(authors.length > 1 || andOthers ? ' (Eds.)' : ' (Ed.)')];
}

/** Up to twenty names; of more, the first nineteen and the last. A list with “and others” has no last. */
function joinNames(names: readonly ApaPart[], andOthers: boolean, separator = ', '): ApaPart[] {
  const first = names.slice(0, mostAuthors - 1);
  const last = names.slice(-1);
  if (andOthers) return interpose([...first, plain('et al.')], ', ');
  if (names.length > mostAuthors) return [...interpose(first, ', '), plain(', … '), ...last];
  if (names.length < 2) return last;
  return [...interpose(names.slice(0, -1), separator), plain(`${separator}& `), ...last];
}

/** Puts `separator` between `parts`. */
function interpose(parts: readonly ApaPart[], separator: string): ApaPart[] {
  return parts.flatMap((part, index) => (index > 0 ? [plain(separator), part] : [part]));
}

/** Whether the title is that of a part, and the whole has a title of its own. */
function isPart(reference: Reference): boolean {
  const { isPart = false } = workKinds[findKind(reference)];
  return isPart && buildPlace(reference).container !== undefined;
}

/** The title, in italics for a work of its own, with a description in brackets. */
function formatTitle(reference: Reference): ApaPart[] {
  const title = readRuns(reference, 'title');
  const addon = readRuns(reference, 'titleAddon');
  const note = addon.length > 0 ? [plain(' ['), ...addon, plain(']')] : [];
  if (isPart(reference)) return [...title, plain(formatExtent(listPeople(reference))), ...note];
  const { genre, type } = reference;
  const kind = findKind(reference);
  const description =
    kind === 'thesis'
      ? [genre ?? findType(type).degree ?? 'Thesis', buildPlace(reference).publisher]
          .filter(Boolean)
          .join(', ')
      : describe(reference);
  const details = formatExtent([...listPeople(reference), formatDetails(reference)]);
  return [
    ...setItalic(title),
    plain(details + (description === undefined ? '' : ` [${description}]`)),
    ...note,
  ];
}

/** The editors of a book with an author, and the translators: “R. Roe, Ed.”, “J. Doe & R. Roe, Trans.” */
function listPeople(reference: Reference): string[] {
  const { editors = [], hasMoreEditors, translators = [], hasMoreTranslators } = reference;
  const who = findKind(reference) === 'book' ? editors : [];
  return [
    who.length > 0 ? `${joinSpoken(who, hasMoreEditors)}, ${formatEditors(reference)}` : '',
    translators.length > 0 ? `${joinSpoken(translators, hasMoreTranslators)}, Trans.` : '',
  ];
}

function formatEditors({ editors = [], hasMoreEditors }: Reference): string {
  return editors.length > 1 || hasMoreEditors ? 'Eds.' : 'Ed.';
}

function joinSpoken(names: readonly Name[], hasMore = false): string {
  const parts = names.map((name) => plain(formatSpoken(name)));
  if (hasMore && parts.length === 1) return `${joinRuns(parts)} et al.`;
  return joinRuns(joinNames(parts, hasMore, names.length > 2 ? ', ' : ' '));
}

/** The words in brackets after the title of a work that is no thesis. */
function describe(reference: Reference): string | undefined {
  const { genre, number } = reference;
  const kind = findKind(reference);
  if (kind === 'report' || kind === 'patent') return number === undefined ? genre : undefined;
  // Of other kinds, the field holds words for their own type: “Journal Article”.
  const isTold = /^(?:other|webpage|manuscript|dataset|software|video|talk|poster)$/.test(kind);
  return (isTold ? genre : undefined) ?? workKinds[kind].description;
}

/** The source of the work in one sentence each: the containing work, then the publisher. */
function formatSource(reference: Reference): ApaPart[][] {
  const { authors, editors = [], hasMoreEditors, eprint, location } = reference;
  const kind = findKind(reference);
  const { publisher, volume, number } = buildPlace(reference);
  const container = readContainer(reference);
  if (kind === 'preprint') return [[plain(`arXiv:${eprint}`)]];
  if (kind === 'article' && container.length > 0) {
    const issue = number === undefined ? '' : `(${number})`;
    const numbers = [...setItalic([plain(volume ?? '')]), plain(issue)];
    const separator = plain(volume !== undefined || issue ? ', ' : '');
    const pages = reference.pages ?? formatPages(reference);
    return [[...setItalic(container), separator, ...numbers, plain(pages && `, ${pages}`)]];
  }
  const isAuthor = authors.some((name) => 'literal' in name && name.literal === publisher);
  const house = publisher === undefined || isAuthor || kind === 'thesis' ? '' : publisher;
  if (container.length === 0) return [[plain(house)]];
  if (!isPart(reference)) return [container, [plain(formatEventPlace(reference))], [plain(house)]];
  const who =
    editors.length > 0
      ? `${joinSpoken(editors, hasMoreEditors)} (${formatEditors(reference)}), `
      : '';
  const isTalk = reference.venue === undefined && reference.event !== undefined;
  return [
    [plain(`In ${who}`), ...setItalic(container), plain(formatExtent([formatDetails(reference)]))],
    [plain(house)],
    [plain((isTalk && location) || '')],
  ];
}

/** How a work was published, and the note, if that has a link. An address alone is the end of the reference. */
function formatRemarks(reference: Reference): ApaPart[][] {
  const isLink = (run: Run) => run.address !== undefined;
  const note = readRuns(reference, 'note');
  const source = findKind(reference) === 'preprint' && `arXiv:${reference.eprint}`;
  const { doi } = reference;
  const isSaid = ({ text, address = text }: Run) =>
    [reference.address, source].includes(address) ||
    // zbMATH repeats it: “Preprint, arXiv:2301.11593 [math.AG] (2023)”.
    text.replace(/^preprint, | \[[\w.-]+\]| \(\d{4}\)$/gi, '') === source ||
    (doi !== undefined && findDoi(address)?.toLowerCase() === doi.toLowerCase());
  const place = readContainer(reference).length > 0 ? '' : formatEventPlace(reference);
  const event = [readRuns(reference, 'howpublished'), note.some(isLink) ? note : []];
  const [how = [], linked = []] = event.map((runs) => (runs.every(isSaid) ? [] : runs));
  return [how, [plain(place)], linked];
}
