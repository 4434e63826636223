import { parseBibliography, type BibEntry } from '../bibliography/parse.ts';
import { suggestSlug } from '../lib/slug.ts';
import { contentFiles } from '../loaders/files.ts';
import { placeOwnWork } from '../loaders/own-bibliography.ts';
import type { ContentTexts } from './copy.ts';

/** The fields of a work that may be shown. Others name its authors, or lead to them. */
const shown =
  'title subtitle titleaddon shorttitle abstract langid language tags selected pubstate'.split(' ');

/** Those that tell where it stands. */
const standing =
  'journal journaltitle booktitle school institution publisher type volume number pages year date month abbr note'.split(
    ' ',
  );

/** Both bibliographies as one text, in which works are withheld. Those of the author come last, so that others keep their lines. */
export function joinBibliographies(texts: ContentTexts): string {
  const both = [contentFiles.references, contentFiles.own].map((file) => texts.get(file));
  return both.filter((text) => text !== undefined).join('\n');
}

/** The works of `content/own.bib` in two groups: those with a file of their own, and the others. */
function groupWorks(texts: ContentTexts): { written: BibEntry[]; others: BibEntry[] } {
  const { entries } = parseBibliography(texts.get(contentFiles.own) ?? '', contentFiles.own);
  const [written, others] = [true, false].map((has) =>
    entries.filter((entry) => texts.has(placeOwnWork(entry).file) === has),
  );
  return { written: written ?? [], others: others ?? [] };
}

/** The names by which texts refer to the entries of works without a file, with the keys that withhold these. */
export function nameWithheldEntries(
  texts: ContentTexts,
  keys: ReadonlyMap<string, string>,
): Map<string, string> {
  return new Map(
    groupWorks(texts).others.flatMap((work): [string, string][] => {
      const withheld = keys.get(work.key);
      const { slug, file } = placeOwnWork(work);
      if (withheld === undefined) return [];
      const folder = file.split('/').at(-2) ?? '';
      return [slug, `${folder}/${slug}`].map((name) => [`entry-${name}`, withheld]);
    }),
  );
}

/** The paths of the pages of works without a file, which are left out. */
export function listWithheldWorks(texts: ContentTexts): string[] {
  return groupWorks(texts).others.map((work) => placeOwnWork(work).page);
}

/** Whether the entry in `file` is a work of `content/own.bib`. */
export function isOwnWork(texts: ContentTexts, file: string): boolean {
  return groupWorks(texts).written.some((entry) => placeOwnWork(entry).file === file);
}

/**
 * Returns `content/own.bib` with the works alone that have a file, without their people and addresses: a list of
 * publications is a name.
 */
export function withholdOwnWorks(texts: ContentTexts, withoutVenues: boolean): string {
  const names = withoutVenues ? shown : [...shown, ...standing];
  return groupWorks(texts)
    .written.map((entry) => {
      const { type, key, fields } = entry;
      const isPaper = placeOwnWork(entry).kind === 'paper';
      // The words of an output say its kind.
      const all = withoutVenues && !isPaper ? [...names, 'type'] : names;
      const kept = new Map(all.flatMap((name) => pick(fields, name)));
      if (
        withoutVenues &&
        isPaper &&
        !/^(withdrawn|retracted)$/i.test(fields.get('pubstate') ?? '')
      )
        kept.set('pubstate', 'withheld');
      const lines = Array.from(kept, ([name, value]) => `  ${name} = {${value}}`);
      const head = `@${withoutVenues && isPaper ? 'misc' : type}{${suggestSlug(key)}`;
      return `${[head, ...lines].join(',\n')}\n}\n`;
    })
    .join('\n');
}

function pick(fields: ReadonlyMap<string, string>, name: string): [string, string][] {
  const value = fields.get(name);
  return value === undefined ? [] : [[name, value]];
}
