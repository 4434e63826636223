import { formatEntry, type Finding } from './finding.ts';
import { splitNames } from './name-pieces.ts';
import { parseNames, type Person } from './names.ts';
import type { BibEntry } from './parse.ts';
import { areGivenAlike, foldFamily, misplaced, splitGiven } from './same-person.ts';

/** One spelling of a name, with its places. */
interface Spelling {
  /** As the author of the file wrote it first. */
  written: string;
  person: Person;
  /** Given names without case and accents, one word or initial each. */
  given: string[];
  entries: Set<BibEntry>;
  places: [Place, ...Place[]];
}

interface Place {
  entry: BibEntry;
  field: string;
}

/**
 * Finds pairs of names that seem to be two spellings of one author: the family name is the same, and the given names do
 * not contradict each other. Two authors of one work are never taken for one person, nor is “Doe, J.” for either Jane
 * or John Doe if the file has both.
 */
export function checkSpellings(entries: readonly BibEntry[]): Finding[] {
  const groups = [...groupByFamily(entries).values()];
  return groups.flatMap((spellings) => {
    if (spellings.length > mostSpellings) return [];
    const variants = spellings.map((one) => spellings.filter((two) => areVariants(one, two)));
    const isClear = variants.map((others) =>
      others.every((one) => others.every((two) => one === two || areVariants(one, two))),
    );
    const clear = spellings.filter((_, index) => isClear[index]);
    return clear.flatMap((spelling) => {
      const same = clear.filter((other) => other === spelling || areVariants(spelling, other));
      const [best = spelling] = same.toSorted((a, b) => weigh(b) - weigh(a));
      return best === spelling ? [] : buildFinding(spelling, best);
    });
  });
}

/** More spellings of one family name are not compared, since each given name is like another. */
const mostSpellings = 100;

/** No name is longer. */
const mostLetters = 200;

/** Spellings by family name without case and accents, in the order of the file. */
function groupByFamily(entries: readonly BibEntry[]): Map<string, Spelling[]> {
  const groups = new Map<string, Map<string, Spelling>>();
  for (const entry of entries) {
    const field = ['author', 'editor'].find((name) => entry.fields.get(name)?.trim()) ?? '';
    if (!entry.positions.has(field)) continue;
    for (const written of splitNames(entry.fields.get(field) ?? '')) {
      if (written.length > mostLetters) continue;
      const [person] = parseNames(written).names;
      if (person === undefined || 'literal' in person) continue;
      const { given, particle, family, suffix } = person;
      const words = splitGiven(given);
      if (words.length === 0) continue;
      const key = foldFamily(person);
      const group = groups.get(key) ?? new Map<string, Spelling>();
      const name = [particle, family, suffix, given].join('|');
      const place = { entry, field };
      const known = group.get(name);
      if (known === undefined)
        group.set(name, {
          written,
          person,
          given: words,
          entries: new Set([entry]),
          places: [place],
        });
      else {
        known.entries.add(entry);
        known.places.push(place);
      }
      groups.set(key, group);
    }
  }
  return new Map([...groups].map(([key, group]) => [key, [...group.values()]]));
}

/** Whether two spellings may belong to one person: the given names are compatible, and no work has both. */
function areVariants(one: Spelling, two: Spelling): boolean {
  return (
    one !== two && areGivenAlike(one.given, two.given) && one.entries.isDisjointFrom(two.entries)
  );
}

/** The number of letters and accents in a spelling; 0 if small words follow the given names. */
function weigh({ person }: Spelling): number {
  const { given, particle, family } = person;
  if (misplaced.test(given)) return 0;
  return `${particle}${family}${given}`.normalize('NFD').replace(/[^\p{L}\p{M}]/gu, '').length;
}

function buildFinding({ written, places: [first, ...others] }: Spelling, best: Spelling): Finding {
  const also = others.map(({ entry }) => `“${entry.key}”`).join(', ');
  const where = formatEntry(best.places[0].entry);
  return {
    rule: 'author-spellings',
    ...first,
    found: `${written}${also && ` (also in ${also})`}`,
    expected: `one spelling for an author: the name is “${best.written}” in ${where}`,
    nearest: best.written,
    fix: 'Write the name in the same way everywhere; if these are two people, nothing is wrong.',
  };
}
