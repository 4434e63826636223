import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '../../../src/cli/project.ts';
import { formatApa } from '../../../src/bibliography/apa.ts';
import type { Name } from '../../../src/bibliography/names.ts';
import { parseBibliography } from '../../../src/bibliography/parse.ts';
import { buildReference, type Reference } from '../../../src/bibliography/reference.ts';

// Invented works, as each program writes them: a file of BibTeX, and the works in it.
const folder = join(projectFolder, 'tests/fixtures/bibliographies');

/** An expected work: the fields of a reference, with the parts of names that are there. */
type Expected = Partial<Omit<Reference, 'authors' | 'editors'>> & {
  key: string;
  authors: Partial<Record<string, string>>[];
  editors?: Partial<Record<string, string>>[];
};

function dropEmpty(names: readonly Name[]): object[] {
  return names.map((name) => Object.fromEntries(Object.entries(name).filter(([, part]) => part)));
}

/** The fields that are compared if the file is to have them, and must be absent if not. */
const compared = [
  ...['title', 'year', 'venue', 'volume', 'number', 'pages', 'publisher', 'edition', 'isbn', 'doi'],
  ...['eprint', 'url', 'articleNumber', 'genre', 'location'],
] as const;

for (const path of globSync('*.bib', { cwd: folder }).toSorted())
  test(`every entry of ${basename(path, '.bib')} is read, field by field`, () => {
    const { entries, faults } = parseBibliography(readFileSync(join(folder, path), 'utf8'), path);
    const expected = JSON.parse(
      readFileSync(join(folder, path.replace(/bib$/, 'json')), 'utf8'),
    ) as Expected[];
    assert.deepEqual(faults, []);
    assert.equal(entries.length, 30);
    for (const [index, entry] of entries.entries()) {
      const reference = buildReference(entry);
      const right = expected[index];
      assert(right);
      const { authors, andOthers, editors = [] } = reference;
      assert.equal(reference.key, right.key);
      assert.deepEqual(dropEmpty(authors), right.authors, right.key);
      assert.equal(andOthers, right.andOthers ?? false, right.key);
      if (right.editors !== undefined) assert.deepEqual(dropEmpty(editors), right.editors);
      for (const field of compared)
        assert.equal(
          reference[field as keyof Reference],
          right[field as keyof Expected],
          `${right.key}: ${field}`,
        );
      assert.doesNotMatch(formatApa(reference), /[\\{}$]|<|&\w+;/, right.key);
    }
  });
