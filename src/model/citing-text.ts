import { listCitations, parseCitations, type Citation, type Piece } from '../bibliography/cite.ts';
import { formatBracketed, formatNamed } from '../bibliography/format.ts';
import {
  buildWorkId,
  findBrackets,
  findSeparator,
  nameMark,
  Numbering,
  type CitedNumber,
} from '../bibliography/numbering.ts';
import type { Reference } from '../bibliography/reference.ts';
import { removeGuards } from '../lib/escaped-at.ts';
import { formatPlain, parseInline, type Inline } from '../lib/inline.ts';
import { listProse, type FieldText } from '../lib/prose-fields.ts';
import { findWords, type Words } from '../words/words.ts';
import { locateLinks, setStyle, type StyledPart } from './marked-text.ts';

/** A link to a work in the list of references. */
export interface WorkLink {
  text: string;
  address: string;
  /** The id of the link, if the list of references links back to it. */
  id?: string;
  /** The name of the link, if its text is a number alone. */
  name?: string;
}

/** Text, a link to a work, a bracketed group, or text that is set in another way. */
export type TextPart = string | WorkLink | { group: (string | WorkLink)[] } | StyledPart;

/** A text from the fields of an entry, in each of its forms. */
export interface CitingText {
  /** For the entry's own page: works by number. */
  byNumber: TextPart[];
  /** For other pages, which have no numbers: works by author and year. */
  byAuthor: TextPart[];
  /** For descriptions, search and feeds: without bracketed works. */
  plain: string;
}

/** The text of an entry that says nothing about itself. */
export const emptyText: CitingText = { byNumber: [], byAuthor: [], plain: '' };

/** A citation with its work and number. */
interface Place extends Citation, CitedNumber {
  work: Reference;
}

/** A piece of a text with the citations in it. */
interface CitedPiece {
  piece: Piece;
  places: Place[];
}

/** A piece of a text with the citations in it, or text that is set in another way. */
type CitingPiece = CitedPiece | { styled: Exclude<Inline, string>; inner: CitingPiece[] };

/**
 * Builds every prose field of an entry. The returned function finds a text by its path, such as `('phases', 0,
 * 'summary')`. `page` is the address of the entry's page, and `address` finds that of any page by its path. Citations have
 * the words of the language of the entry, by default those of the site.
 */
export function buildProse(
  fields: object & { language?: string | undefined },
  { page, address }: { page: string; address: (path: string) => string },
  findWork: (key: string) => Reference,
  site: Words,
): (...path: FieldText['path']) => CitingText {
  const words = fields.language === undefined ? site : findWords(fields.language);
  // The numbers of the fields are those that `rehypeCitations` counts before the text: same texts, same order.
  const numbering = new Numbering();
  const cite = (citation: Citation): Place => {
    return { ...citation, ...numbering.cite(citation), work: findWork(citation.key) };
  };
  const read = (inlines: readonly Inline[]): CitingPiece[] =>
    inlines.flatMap((inline): CitingPiece[] => {
      if (typeof inline !== 'string')
        return [{ styled: inline, inner: 'content' in inline ? read(inline.content) : [] }];
      return parseCitations(inline).map((piece) => {
        return { piece: dropGuards(piece), places: listCitations(piece).map(cite) };
      });
    });
  const texts = new Map(
    listProse(fields).map(({ path, text }) => [
      path.join(),
      buildText(read(locateLinks(parseInline(text), address)), page, words),
    ]),
  );
  return (...path) => {
    const text = texts.get(path.join());
    if (text === undefined) throw new Error(`No field of prose is called “${path.join()}”.`);
    return text;
  };
}

/** Removes the mark of an @ that is not a citation. */
function dropGuards(piece: Piece): Piece {
  return piece.kind === 'text' ? { ...piece, text: removeGuards(piece.text) } : piece;
}

function buildText(pieces: readonly CitingPiece[], page: string, words: Words): CitingText {
  return {
    byNumber: pieces.flatMap((piece) => setPiece(piece, (one) => numberPiece(one, words))),
    byAuthor: pieces.flatMap((piece) => setPiece(piece, (one) => namePiece(one, page, words))),
    plain: writePlain(pieces, words).trim(),
  };
}

function setPiece(one: CitingPiece, build: (one: CitedPiece) => TextPart[]): TextPart[] {
  if ('piece' in one) return build(one);
  return [
    setStyle(
      one.styled,
      one.inner.flatMap((inner) => setPiece(inner, build)),
    ),
  ];
}

function writePlain(pieces: readonly CitingPiece[], words: Words): string {
  return pieces
    .map((one, index) => {
      if ('styled' in one)
        return 'content' in one.styled ? writePlain(one.inner, words) : formatPlain([one.styled]);
      const { piece, places } = one;
      const [place] = places;
      if (piece.kind === 'named') return place ? formatNamed(place.work, words) : '';
      if (piece.kind === 'group') return '';
      const next = pieces[index + 1];
      const isBeforeGroup = next && 'piece' in next && next.piece.kind === 'group';
      return isBeforeGroup ? piece.text.trimEnd() : piece.text;
    })
    .join('');
}

function numberPiece({ piece, places }: CitedPiece, words: Words): TextPart[] {
  if (piece.kind === 'text') return [piece.text];
  const links = places.map(({ key, id, label, mark, work }, index) => {
    const link = { address: `#${buildWorkId(key)}`, id };
    if (piece.kind === 'named') return { ...link, text: formatNamed(work, words) };
    const [before, after] = findBrackets(index, places.length);
    return { ...link, text: before + mark + after, name: nameMark(label, work, words) };
  });
  if (piece.kind === 'named') return links;
  return [{ group: separate(links, findSeparator(places)) }];
}

function namePiece({ piece, places }: CitedPiece, page: string, words: Words): TextPart[] {
  if (piece.kind === 'text') return [piece.text];
  const links = places.map(({ key, prefix = '', locator, work }) => ({
    text:
      piece.kind === 'named'
        ? formatNamed(work, words)
        : `${prefix} ${[formatBracketed(work), locator].filter(Boolean).join(', ')}`.trim(),
    address: `${page}#${buildWorkId(key)}`,
  }));
  return piece.kind === 'named' ? links : ['(', ...separate(links, '; '), ')'];
}

function separate<Part>(parts: readonly Part[], separator: string): (Part | string)[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}
