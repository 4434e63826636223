import { splitNames, unifyCommas } from '../bibliography/name-pieces.ts';
import { formatFullName, parseNames, type Name } from '../bibliography/names.ts';
import type { BibEntry } from '../bibliography/parse.ts';
import { parsePlainName } from '../bibliography/plain-name.ts';

/** An author as a paper has it: a whole name, or its fields. */
export type DraftAuthor = string | Record<string, unknown>;

/** Marks of footnotes after a name. Asterisks are those of an equal contribution. */
const marks = /\s*[*⋆∗†‡§¶\d]+$/u;

/** Writes a name as a whole if it is read as the same name, otherwise in its parts. */
export function writeAuthor(name: Name, details: Record<string, unknown> = {}): DraftAuthor {
  const parts = Object.entries(name) as [string, string][];
  const isEqual = parts.some(([, part]) => /[*⋆∗]/u.test(part));
  const plain = Object.fromEntries(
    parts.map(([key, part]) => [key, part.replace(marks, '').replace(/^[*⋆∗]\s*/u, '')]),
  ) as unknown as Name;
  const full = formatFullName(plain);
  const isWhole = JSON.stringify(sort(parsePlainName(full))) === JSON.stringify(sort(plain));
  const more = { ...details, ...(isEqual && { equal: true }) };
  const named = isWhole ? { name: full } : dropEmpty(plain);
  return isWhole && Object.keys(more).length === 0 ? full : { ...named, ...more };
}

/** Writes the authors of a work, with the equal contributions that asterisks tell in its source. */
export function writeAuthors({ fields }: BibEntry): DraftAuthor[] {
  const field = fields.get('author')?.trim() ? 'author' : 'editor';
  const value = fields.get(field) ?? '';
  // A note at a name can have an asterisk of its own.
  const marked = splitNames(unifyCommas(value))
    .filter((one) => parseNames(one).names.length > 0)
    .map((one) => /[*⋆∗]|\\ast\b/u.test(one.replace(/\\(?:thanks|footnote)\s*\{[^{}]*\}/g, '')));
  return parseNames(value).names.map((name, index) =>
    writeAuthor(name, marked[index] ? { equal: true } : {}),
  );
}

/** Writes a name in plain text, such as `Ada Lovelace*`. */
export function writePlainAuthor(text: string, details: Record<string, unknown> = {}): DraftAuthor {
  const isEqual = /[*⋆∗]/u.test(text.slice(-3));
  return writeAuthor(parsePlainName(text.replace(marks, '')), {
    ...details,
    ...(isEqual && { equal: true }),
  });
}

function sort(name: Name): [string, string][] {
  return Object.entries(dropEmpty(name)).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
}

function dropEmpty(name: Name): Record<string, string> {
  return Object.fromEntries(
    (Object.entries(name) as [string, string][]).filter(([, part]) => part !== ''),
  );
}
