import { listCitations, parseCitations } from '../bibliography/cite.ts';
import { namesPart } from '../lib/label.ts';
import type { Located } from '../lib/located.ts';
import { listProse, proseFields } from '../lib/prose-fields.ts';
import { findMalformedCitations } from './malformed-citations.ts';
import type { Stray } from './stray-markup.ts';
import type { YamlSource } from './yaml.ts';

/** The works that the fields of an entry cite, each once for a field, to be held against the bibliography. */
export function readFieldCitations({ data, locate }: YamlSource): Located<string>[] {
  return listProse(data).flatMap(({ path, text }) =>
    listKeys(text)
      .filter((key) => !namesPart(key))
      .map((key) => ({ value: key, place: locate(path, `@${key}`) })),
  );
}

/**
 * What seems to be a citation in the text of a field and is none that can be printed. A text that is no
 * prose can cite nothing; a name after an @ may be that of an account there, so it counts if it is a key.
 */
export function findStrayCitations(
  text: string,
  isProse: boolean,
  keys: readonly string[],
): Omit<Stray, 'index'>[] {
  const brackets = isProse ? [] : (text.match(/\[@(?:[^\]]*\]|\S*)/g) ?? []);
  const rest = brackets.reduce((left, words) => left.replace(words, ''), text);
  // A key that stands alone is a value with a rule of its own, as in “references”.
  const isMisplaced = (key: string) => !isProse && keys.includes(key) && rest.trim() !== `@${key}`;
  return [
    ...(isProse ? findMalformedCitations(text) : []),
    ...brackets.map((words) => ({ words, ...misplaced })),
    ...listKeys(rest)
      .filter((key) => namesPart(key) || isMisplaced(key))
      .map((key) => ({ words: `@${key}`, ...(namesPart(key) ? crossReference : misplaced) })),
  ];
}

/** What a text refers to, each key once. */
function listKeys(text: string): string[] {
  return [
    ...new Set(
      parseCitations(text)
        .flatMap(listCitations)
        .map(({ key }) => key),
    ),
  ];
}

type Advice = Pick<Stray, 'expected' | 'fix'>;

const misplaced: Advice = {
  expected: `plain text; works can be cited in ${proseFields.join(', ')} and in the prose below the fields`,
  fix: 'Name the authors and the year in words; an entry can list the key in “references”.',
};

const crossReference: Advice = {
  expected:
    'the key of a work; an equation, figure, table, section or entry can be named below the fields',
  fix: 'Name it in words, or move the sentence into the prose below the fields.',
};
