import { listCitations, parseCitations } from '../bibliography/cite.ts';
import { namesPart } from '../lib/label.ts';
import type { Located } from '../lib/located.ts';
import { listProse, proseFields } from '../lib/prose-fields.ts';
import { findMalformedCitations } from './malformed-citations.ts';
import type { Stray } from './stray-markup.ts';
import type { YamlSource } from './yaml.ts';

/** Returns the works that the fields of an entry cite, once per field. */
export function readFieldCitations({ data, locate }: YamlSource): Located<string>[] {
  return listProse(data).flatMap(({ path, text }) =>
    listKeys(text)
      .filter((key) => !namesPart(key))
      .map((key) => ({ value: key, place: locate(path, `@${key}`) })),
  );
}

/**
 * Finds malformed citations in a field, and citations in a field that is not prose. A name after @
 * may be an account, so in such a field it counts only if it is a key.
 */
export function findStrayCitations(
  text: string,
  isProse: boolean,
  keys: readonly string[],
): Omit<Stray, 'index'>[] {
  const brackets = isProse ? [] : (text.match(/\[@(?:[^\]]*\]|\S*)/g) ?? []);
  const rest = brackets.reduce((left, words) => left.replace(words, ''), text);
  // A key that stands alone is a value with its own rule, as in “references”.
  const isMisplaced = (key: string) => !isProse && keys.includes(key) && rest.trim() !== `@${key}`;
  return [
    ...(isProse ? findMalformedCitations(text) : []),
    ...brackets.map((words) => ({ words, ...misplaced })),
    ...listKeys(rest)
      .filter((key) => namesPart(key) || isMisplaced(key))
      .map((key) => ({ words: `@${key}`, ...(namesPart(key) ? crossReference : misplaced) })),
  ];
}

/** Returns the keys that a text refers to, each once. */
function listKeys(text: string): string[] {
  return [
    ...new Set(
      parseCitations(text)
        .flatMap(listCitations)
        .map(({ key }) => key),
    ),
  ];
}

type StrayAdvice = Pick<Stray, 'expected' | 'fix'>;

const misplaced: StrayAdvice = {
  expected: `plain text; only ${proseFields.join(', ')} and the prose below the fields can cite works`,
  fix: 'Write the authors and the year in words. The entry can list the key in “references”.',
};

const crossReference: StrayAdvice = {
  expected: 'the key of a work; only the prose below the fields can refer to anything else',
  fix: 'Write it in words, or move the sentence to the prose below the fields.',
};
