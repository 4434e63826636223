import type { BibEntry } from './parse.ts';
import type { Reference } from './reference.ts';
import { joinRuns, removeLinks, type Run } from './runs.ts';
import { parseTex, type TexText } from './tex.ts';

/** The texts of a work, each with the fields that it may stand in. */
const textFields = {
  title: { names: ['title', 'shorttitle'] },
  titleAddon: { names: ['titleaddon'] },
  venue: { names: ['journal', 'journaltitle', 'booktitle', 'school', 'institution'] },
  abbreviation: { names: ['abbr', 'shortjournal'] },
  series: { names: ['series'] },
  edition: { names: ['edition'] },
  version: { names: ['version'] },
  volume: { names: ['volume'] },
  number: { names: ['number', 'issue'] },
  chapter: { names: ['chapter'] },
  pages: { names: ['pages'] },
  articleNumber: { names: ['eid', 'articleno', 'article-number'] },
  publisher: { names: ['publisher', 'organization', 'holder'] },
  event: { names: ['eventtitle', 'conference'] },
  location: { names: ['location', 'address', 'venue'] },
  genre: { names: ['type'] },
  howpublished: { names: ['howpublished'] },
  note: { names: ['note'] },
} as const;

export type TextField = keyof typeof textFields;

const subtitles: Readonly<Record<string, string>> = {
  title: 'subtitle',
  journal: 'journalsubtitle',
  journaltitle: 'journalsubtitle',
  booktitle: 'booksubtitle',
};

/** The texts in which an address is a link. A title is a link itself. */
const mayLink = /^(?:howpublished|note)$/;

/** Reads the texts of an entry. */
export function readTexts(entry: BibEntry): Record<TextField, TexText> {
  return Object.fromEntries(
    Object.entries(textFields).map(([name, { names }]) => {
      const field = names.find((one) => entry.fields.get(one)?.trim()) ?? '';
      const value = entry.fields.get(field) ?? '';
      const more = entry.fields.get(subtitles[field] ?? '')?.trim();
      const separator = /[?!:.]\s*\}*\s*$/.test(value) ? ' ' : ': ';
      const text = parseTex(more ? `{${value}}${separator}{${more}}` : value);
      const { runs } = text;
      if (mayLink.test(name)) return [name, { ...text, text: joinRuns(runs) }];
      return [name, { ...text, runs: removeLinks(runs) }];
    }),
  ) as Record<TextField, TexText>;
}

/** A text of a work with its look; no runs if the work lacks it. */
export function readRuns(reference: Reference, name: TextField): Run[] {
  const text = reference[name];
  return reference.runs?.[name] ?? (text ? [{ text }] : []);
}
