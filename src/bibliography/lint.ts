import type { Fault } from '../lib/fault.ts';
import { checkSpellings } from './author-spellings.ts';
import { checkDuplicates } from './duplicate-works.ts';
import { findType } from './entry-types.ts';
import { formatHead, locateFinding, type Finding } from './finding.ts';
import { checkIdentifiers } from './identifiers.ts';
import type { BibEntry } from './parse.ts';

/** As many unused entries may be slips; more are a library that serves other work as well. */
const mostSlips = 10;

/**
 * Finds breaches of good form in a bibliography that can be read. `used` are the entries that the site
 * cites or lists, with their parents; `file` is the path that faults name.
 */
export function checkBibliography(
  entries: readonly BibEntry[],
  used: ReadonlySet<BibEntry>,
  file: string,
): Fault[] {
  return [
    ...checkUses(entries, used),
    ...checkDuplicates(entries),
    ...entries.flatMap(checkIdentifiers),
    ...entries.flatMap(checkVenue),
    // Names that no reader sees are of no concern, and a large library has many.
    ...checkSpellings(entries.filter((entry) => used.has(entry))),
  ]
    .map((finding) => locateFinding(finding, file))
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
}

/** The entries that are cited or listed, with their parents by `crossref`. */
export function findUsed(entries: readonly BibEntry[], uses: Iterable<string>): Set<BibEntry> {
  const byKey = new Map(entries.map((entry) => [entry.key.toLowerCase(), entry]));
  const used = new Set<BibEntry>();
  for (const use of uses) {
    let entry = byKey.get(use.toLowerCase());
    while (entry !== undefined && !used.has(entry)) {
      used.add(entry);
      entry = byKey.get(entry.fields.get('crossref')?.trim().normalize('NFC').toLowerCase() ?? '');
    }
  }
  return used;
}

function checkUses(entries: readonly BibEntry[], used: ReadonlySet<BibEntry>): Finding[] {
  const unused = entries.filter((entry) => !used.has(entry));
  const rule = 'bibtex-unused';
  const expected = 'a work that a text cites, or an entry lists among its references';
  const [first] = unused;
  if (first !== undefined && unused.length > mostSlips) {
    const keys = unused.map(({ key }) => key).join(', ');
    const found = `${unused.length} of ${entries.length} entries: ${keys}`;
    const fix = 'Leave them where they are for other work; they are not shown.';
    return [{ rule, entry: first, found, expected, fix }];
  }
  return unused.map((entry) => {
    const fix = `Cite it as [@${entry.key}], take it out, or keep it for later; it is not shown.`;
    return { rule, entry, found: formatHead(entry), expected, fix };
  });
}

function checkVenue(entry: BibEntry): Finding[] {
  const { type, key, fields } = entry;
  const need = findType(type).wants;
  if (need === undefined || need.some((name) => fields.get(name)?.trim())) return [];
  const names = need.map((name) => `“${name}”`).join(' or ');
  return [
    {
      rule: 'bibtex-missing-field',
      entry,
      found: formatHead(entry),
      expected: `${names}, which every @${type} must have`,
      fix: `Add ${need[0]} = {…}, to “${key}”.`,
      isHarmless: true,
    },
  ];
}
