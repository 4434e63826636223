import { citedFields } from '../lib/bibtex-fields.ts';
import { readVersion } from './pages.ts';
import type { BibEntry } from './parse.ts';
import { buildReader } from './reader.ts';
import { parseStatements, type Statement } from './syntax.ts';

/**
 * Words in the names of fields that are no part of a citation: authors' own notes, and the records that JabRef,
 * BibDesk, Mendeley, Zotero, Citavi, KBibTeX, ReadCube and BibSonomy keep there.
 */
const privateWords = new Set(
  `abstract added annotation annotations annote attachment attachments bdsk citavi citeulike comment comments
  creationdate dateadded datemodified endnote file files groups interhash intrahash jabref kbibtex keyword keywords
  library local localfile markedentry mendeley modificationdate modified note notes owner printed priority privnote
  qualityassured rank ranking rating read readcube readstatus relevance remark remarks review shelf tag tags
  threads timestamp username x zotero`.split(/\s+/),
);

/** Paths and URLs in BibTeX syntax that lead to a local file or into a local program. */
const localPaths = [
  /(?<![\w.~/-])\/(?:Applications|Users|Volumes|data|export|home|media|mnt|nfs|opt|private|root|scratch|srv|tmp|usr|var)\//,
  /(?<![\w/])(?:~|\\~\{\}|\{?\\textasciitilde\s*(?:\{\})?\}?|\$\\sim\$|\$\{?HOME\}?)\//,
  /%\w+%[\\/]/,
  /(?<![a-z])[a-z]\\?:(?:\\{1,2}\w|\/(?!\/)|\{?\\textbackslash|\$\\backslash)/i,
  /(?<![^\s{"])\\\\[\w.-]+\\+\w/,
  /\b(?!(?:https?|ftps?|sftp|git|ssh|svn|rsync|ipfs|doi):)[a-z][a-z\d+.-]*:\/\//i,
];

/** A note that says where the work is, as does that of an unpublished one. */
const leadsToWork = /https?:\/\/|\\(?:url|href|doi)\b|(?<!\w)www\.|\barXiv:\s*\S/i;

/** Whether a field of an entry of `type` is not published; `more` are names that the author adds. */
function isPrivate(
  type: string,
  { name, value }: { name: string; value: string },
  more: readonly string[],
): boolean {
  if (citedFields.has(name)) return false;
  if (more.some((one) => one.toLowerCase() === name)) return true;
  if (localPaths.some((path) => path.test(value))) return true;
  // Citation styles require the note of an unpublished work, because no other field says how to obtain it.
  if (name === 'note' && (type === 'unpublished' || leadsToWork.test(value))) return false;
  if (name === 'note' && readVersion(type, value) !== '') return false;
  // Emacs writes OPT and ALT before the names of fields that are not used.
  const words = name.replace(/^(?:opt|alt)(?=.)/, '').split(/[-_.:]+/);
  return [name, ...words].some((word) => privateWords.has(word));
}

/**
 * Removes the private fields of the entries in a `.bib` file. All other bytes stay the same. `more` names further
 * private fields of the author.
 */
export function removePrivateFields(text: string, more: readonly string[] = []): string {
  const pieces: string[] = [];
  let end = 0;
  for (const statement of parseStatements(buildReader(text, ''))) {
    for (const [from, to] of listPrivateRanges(statement, more)) {
      pieces.push(text.slice(end, from));
      end = to;
    }
  }
  return [...pieces, text.slice(end)].join('');
}

/** The range of each private field, from the end of the text before it, so that its comma goes too. */
function listPrivateRanges(
  { type, key, keyStart, fields }: Statement,
  more: readonly string[],
): [from: number, to: number][] {
  const ends = [keyStart + key.length, ...fields.map(({ valueEnd }) => valueEnd)];
  return fields.flatMap((field, index): [number, number][] =>
    isPrivate(type, field, more) ? [[ends[index] ?? field.start, field.valueEnd]] : [],
  );
}

/** The number of entries with each private field, by its name. */
export function countPrivateFields(
  entries: readonly BibEntry[],
  more: readonly string[] = [],
): Map<string, number> {
  const names = entries.flatMap(({ type, fields, positions }) =>
    [...positions.keys()].filter((name) =>
      isPrivate(type, { name, value: fields.get(name) ?? '' }, more),
    ),
  );
  const counts = [...Map.groupBy(names, (name) => name)].map(
    ([name, all]) => [name, all.length] as const,
  );
  return new Map(counts.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
