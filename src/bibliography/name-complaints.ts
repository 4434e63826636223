import { institution, trailingNumber } from './name-marks.ts';
import { bareInitials, company, groupWord, namesakeNumber, unclearDegree } from './name-words.ts';
import type { Complaint } from './reader.ts';

/** A longer text is no name, and would take long to search. */
const mostLetters = 500;

/** A name of two words or parts, and the words after its last comma. */
const beforeLastComma = /^(?=[^,{}]+[\s,][^{}]*,)([^{}]*[^\s,{}])\s*,\s*([^,{}]+)$/;

/** Finds a name that may mean two things, or no name at all. `others` are the names of its field. */
export function listNameComplaints(name: string, others: readonly string[]): Complaint[] {
  if (name.length > mostLetters) return [];
  if (/^[^\s{}@]+@[^\s{}@]+\.\w+$/.test(name))
    return [
      {
        found: name,
        expected: 'the name of a person or a group, and no address of mail',
        fix: 'Write the name in its place, as Doe, Jane.',
      },
    ];
  if (trailingNumber.test(name) && !namesakeNumber.test(name))
    return [
      {
        found: name,
        expected: 'a name without the number of a footnote',
        nearest: name.replace(trailingNumber, '').trim(),
        fix: `Remove the number, or write {${name}} if it is a part of the name.`,
      },
    ];
  const [, person = '', place = ''] = beforeLastComma.exec(name) ?? [];
  const isGroup = /\s/.test(person) && [institution, groupWord].some((word) => word.test(person));
  const isPart = /\s/.test(person) && !institution.test(place) && groupWord.test(place);
  if ((isGroup || isPart) && !company.test(name))
    return [
      {
        found: name,
        expected: 'a group in braces; the rest after the comma would be given names',
        nearest: `{${name}}`,
        fix: `Write {${name}}.`,
      },
    ];
  if (institution.test(place) && !company.test(name))
    return [
      {
        found: name,
        expected: 'a name without an affiliation, which would be a part of it',
        nearest: person,
        fix: `Write ${person}.`,
      },
    ];
  if (unclearDegree.test(name) && !others.some((other) => bareInitials.test(other)))
    return [
      {
        found: name,
        expected: 'no degree after a name; MD is read as one here, which is not printed',
        nearest: name.replace(/MD$/, 'M. D.'),
        fix: 'Remove the degree, or write initials with stops, as in the nearest.',
        isHarmless: true,
      },
    ];
  return [];
}
