import { readAddress } from './addresses.ts';
import { findArchived } from './archives.ts';
import { readAccess, readDateParts, readYear } from './dates.ts';
import { findEprint } from './eprint.ts';
import { readGenre } from './genres.ts';
import { chooseDoi, findArxiv, findDoi, formatAddress, listNumbers } from './identifiers.ts';
import { parseNames, type Name } from './names.ts';
import { readNumber, readPlaces, readVersion, readVolume } from './pages.ts';
import type { BibEntry } from './parse.ts';
import { isMarked, type Run } from './runs.ts';
import { parseTex, type TexText } from './tex.ts';
import { readTexts, type TextField } from './texts.ts';
import { renderSpaced } from './verbatim.ts';

/** A work of the bibliography. Its fields are printable Unicode, without TeX. */
export interface Reference {
  key: string;
  /** `article`, `inproceedings`, …: lower case. */
  type: string;
  /** With its subtitle. */
  title: string;
  /** Words after the title, in brackets. */
  titleAddon?: string;
  /** The authors, or the editors of a work without authors. */
  authors: Name[];
  /** Whether the list of authors goes on (“and others”). */
  andOthers: boolean;
  /** The editors of a work with authors, or of the whole that it is a part of. */
  editors?: Name[];
  /** Whether the list of these editors goes on. */
  hasMoreEditors?: true;
  translators?: Name[];
  hasMoreTranslators?: true;
  year: string;
  /** The year of the first publication, if this is a later one. */
  originalYear?: string;
  /** The date as year, month and day, as far as it is known beside the year. */
  date?: number[];
  /** The day on which an author read it on the web. */
  accessed?: number[];
  /** The full name of the journal, proceedings, book, university or institute. */
  venue?: string;
  /** The short name of the venue: “ICML”. */
  abbreviation?: string;
  series?: string;
  edition?: string;
  version?: string;
  volume?: string;
  number?: string;
  chapter?: string;
  pages?: string;
  /** The number of an article that has no pages. */
  articleNumber?: string;
  publisher?: string;
  /** The event where a work was presented. */
  event?: string;
  location?: string;
  /** “Doctoral dissertation”, “Technical report”, “U.S. Patent”. */
  genre?: string;
  howpublished?: string;
  isbn?: string;
  issn?: string;
  /** Bare, without `https://doi.org/`. */
  doi?: string;
  /** Identifier at arXiv, without `arXiv:`. */
  eprint?: string;
  url?: string;
  /** The best link: by DOI, else `url`, else arXiv. */
  address?: string;
  /** The author's note, for example that the manuscript was submitted. */
  note?: string;
  /** The fields that have italics, indices, formulas or links, with these. */
  runs?: Partial<Record<TextField, Run[]>>;
  /** The author's own BibTeX, byte for byte. */
  source: string;
}

/** Turns an entry into text for print. Reads any entry that `parseBibliography` could read. */
export function buildReference(entry: BibEntry): Reference {
  const reference = known.get(entry) ?? readReference(entry);
  known.set(entry, reference);
  return reference;
}

/** A check and a build ask for a work more than once. */
const known = new WeakMap<BibEntry, Reference>();

function readReference(entry: BibEntry): Reference {
  const texts = readTexts(entry);
  const read = (name: string) => entry.fields.get(name) ?? '';
  const text = (name: string) => parseTex(read(name)).text;
  // After a year, biblatex has a tilde for “about”.
  const readDate = (name: string) => parseTex(read(name).replace(/(?<=\d)~/g, '\\~{}')).text;
  const { names, andOthers } = parseNames(
    findField(entry, ['author', 'editor']) || findMaker(entry),
  );
  const date = {
    year: text('year'),
    date: readDate('date'),
    month: text('month'),
    day: text('day'),
  };
  const parts = readDateParts(date);
  const { note } = texts;
  const hasLink = note.runs.some(({ address }) => address !== undefined);
  // A note with an address is printed as it is.
  const accessed = readAccess(text('urldate'), hasLink ? '' : note.text);
  const edited = findField(entry, ['author']) === '' ? '' : findField(entry, ['editor']);
  const editors = parseNames(edited);
  const translators = parseNames(findField(entry, ['translator']));
  const runs = Object.entries(texts).flatMap(([name, { runs }]) =>
    isMarked(runs) ? [[name, runs] as const] : [],
  );
  return {
    key: entry.key,
    type: entry.type,
    title: texts.title.text,
    authors: names,
    andOthers,
    ...(editors.names.length > 0 && { editors: editors.names }),
    ...(editors.andOthers && { hasMoreEditors: true as const }),
    ...(translators.names.length > 0 && { translators: translators.names }),
    ...(translators.andOthers && { hasMoreTranslators: true as const }),
    year:
      readYear(date.year, date.date) ||
      text('pubstate').replace(/^(?:inpress|forthcoming)$/, 'in press'),
    ...(parts.length > 1 && { date: parts }),
    ...(accessed.length === 3 && { accessed }),
    ...dropEmpty({
      originalYear: readYear(text('origyear'), readDate('origdate')),
      titleAddon: texts.titleAddon.text,
      venue: texts.venue.text,
      abbreviation: texts.abbreviation.text,
      series: texts.series.text,
      edition: texts.edition.text,
      version: texts.version.text || readVersion(entry.type, note.text),
      volume: readVolume(texts.volume.text),
      number: readNumber(texts.number.text),
      chapter: texts.chapter.text,
      ...readPlaces(texts.pages.text, texts.articleNumber.text),
      publisher: texts.publisher.text,
      event: texts.event.text,
      location: texts.location.text,
      genre: readGenre(texts.genre.text),
      howpublished: texts.howpublished.text,
      isbn: listNumbers('isbn', text('isbn')).join(', '),
      issn: listNumbers('issn', text('issn')).join(', '),
      ...findAddresses(entry, texts),
      note: note.text,
    }),
    ...(runs.length > 0 && { runs: Object.fromEntries(runs) }),
    source: entry.source,
  };
}

/** The first non-empty field in `names` as raw TeX; empty if there is none. */
export function findField({ fields }: BibEntry, names: readonly string[]): string {
  return names.map((name) => fields.get(name)?.trim() ?? '').find(Boolean) ?? '';
}

/** The organization that wrote a manual, as the styles of BibTeX take it. */
function findMaker(entry: BibEntry): string {
  const maker = findField(entry, ['organization']);
  return entry.type === 'manual' && maker !== '' ? `{${maker}}` : '';
}

/** A note that says where the work is, and not where its code or its reviews are. */
const isSource = /^\W*(?:https?:|www\.|(?:available|online|url|retrieved|accessed|see)\b)/i;

/** The identifiers and the address of a work. Without a field for the address, it may stand in another one. */
function findAddresses(entry: BibEntry, { howpublished, note }: Record<TextField, TexText>) {
  const links = [howpublished, ...(isSource.test(note.text) ? [note] : [])].flatMap(({ runs }) =>
    runs.map(({ address }) => address ?? ''),
  );
  const eprinted = findField(entry, ['eprint']);
  // Some publishers write the address of the work itself there.
  if (/^https?:/i.test(eprinted) && findArxiv(eprinted) === undefined)
    links.push(readAddress(eprinted));
  const url =
    [readAddress(findField(entry, ['url', 'html', 'website'])), ...links].find(Boolean) ?? '';
  const verbatim = renderSpaced(findField(entry, ['doi']));
  const isResolver = /^https?:\/\/(?:dx\.)?doi\.org\//i.test(url);
  const doi = verbatim
    ? (chooseDoi(verbatim, findField(entry, ['pages', 'eid'])) ??
      (verbatim.startsWith('10.') ? verbatim : ''))
    : isResolver
      ? (findDoi(url) ?? '')
      : '';
  const eprint = findEprint(entry, { doi, url, texts: [howpublished.text, note.text] });
  const places = { doi, url, ...(doi + url + eprint === '' && findArchived(entry)) };
  return { ...places, eprint, address: formatAddress(places.doi, places.url, eprint) };
}

function dropEmpty<Name extends string>(
  fields: Record<Name, string>,
): Partial<Record<Name, string>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as Partial<
    Record<Name, string>
  >;
}
