import { listCitations, parseCitations, type Citation, type Piece } from '../bibliography/cite.ts';
import { formatBracketed, formatNamed } from '../bibliography/format.ts';
import { buildWorkId, findSeparator, Numbering } from '../bibliography/numbering.ts';
import type { Reference } from '../bibliography/reference.ts';
import { listProse, type FieldText } from '../lib/prose-fields.ts';
import { formatProse } from '../lib/typography.ts';

/** A link to a work in the list of references. */
export interface WorkLink {
  text: string;
  address: string;
  /** The id of the link, if the list of references links back to it. */
  id?: string;
}

/** Text, a link to a work, or a bracketed group. */
export type TextPart = string | WorkLink | { group: (string | WorkLink)[] };

/** A text from the fields of an entry, in each of its forms. */
export interface CitingText {
  /** For the entry's own page: works by number. */
  byNumber: TextPart[];
  /** For other pages, which have no numbers: works by author and year. */
  byAuthor: TextPart[];
  /** For descriptions, search and feeds: without bracketed works. */
  plain: string;
}

/** A citation with its work and number. */
interface Place extends Citation {
  id: string;
  label: string;
  work: Reference;
}

/** A piece of a text with the citations in it. */
interface CitingPiece {
  piece: Piece;
  places: Place[];
}

/**
 * Builds every prose field of an entry. The returned function finds a text by its path, such as `('phases', 0,
 * 'summary')`. `page` is the address of the entry's page.
 */
export function buildProse(
  fields: object,
  page: string,
  findWork: (key: string) => Reference,
): (...path: FieldText['path']) => CitingText {
  // The numbers of the fields are those that `rehypeCitations` counts before the text: same texts, same order.
  const numbering = new Numbering();
  const cite = (citation: Citation): Place => {
    return { ...citation, ...numbering.cite(citation), work: findWork(citation.key) };
  };
  const texts = new Map(
    listProse(fields).map(({ path, text }) => {
      const pieces = parseCitations(formatProse(text)).map((piece) => {
        return { piece: dropEscapes(piece), places: listCitations(piece).map(cite) };
      });
      return [path.join(), buildText(pieces, page)];
    }),
  );
  return (...path) => {
    const text = texts.get(path.join());
    if (text === undefined) throw new Error(`No field of prose is called “${path.join()}”.`);
    return text;
  };
}

/** Removes the backslash before an @ that is not a citation. */
function dropEscapes(piece: Piece): Piece {
  return piece.kind === 'text' ? { ...piece, text: piece.text.replaceAll('\\@', '@') } : piece;
}

function buildText(pieces: readonly CitingPiece[], page: string): CitingText {
  return {
    byNumber: pieces.flatMap(numberPiece),
    byAuthor: pieces.flatMap((piece) => namePiece(piece, page)),
    plain: pieces
      .map(({ piece, places: [place] }, index) => {
        if (piece.kind === 'named') return place ? formatNamed(place.work) : '';
        if (piece.kind === 'group') return '';
        const isBeforeGroup = pieces[index + 1]?.piece.kind === 'group';
        return isBeforeGroup ? piece.text.trimEnd() : piece.text;
      })
      .join('')
      .trim(),
  };
}

function numberPiece({ piece, places }: CitingPiece): TextPart[] {
  if (piece.kind === 'text') return [piece.text];
  const links = places.map(({ key, id, label, work }) => {
    return {
      text: piece.kind === 'named' ? formatNamed(work) : label,
      address: `#${buildWorkId(key)}`,
      id,
    };
  });
  if (piece.kind === 'named') return links;
  return [{ group: ['[', ...separate(links, findSeparator(places)), ']'] }];
}

function namePiece({ piece, places }: CitingPiece, page: string): TextPart[] {
  if (piece.kind === 'text') return [piece.text];
  const links = places.map(({ key, locator, work }) => ({
    text:
      piece.kind === 'named'
        ? formatNamed(work)
        : [formatBracketed(work), locator].filter(Boolean).join(', '),
    address: `${page}#${buildWorkId(key)}`,
  }));
  return piece.kind === 'named' ? links : ['(', ...separate(links, '; '), ')'];
}

function separate<Part>(parts: readonly Part[], separator: string): (Part | string)[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}
