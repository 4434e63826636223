import { institution, isPlace, trailingNumber } from './name-marks.ts';
import { parseNames } from './names.ts';
import { splitParts } from './name-pieces.ts';
import {
  company,
  formatGiven,
  formatInitials,
  groupWord,
  haveBareInitials,
  isFullName,
  isGeneration,
  namesakeNumber,
  unclearDegree,
  unclearLetters,
} from './name-words.ts';
import type { Complaint } from './reader.ts';
import { renderTex } from './tex.ts';

/** A longer text is no name, and would take long to search. */
const mostLetters = 500;

/** A name of two words or parts, and the words after its last comma. */
const beforeLastComma = /^(?=[^,{}]+[\s,][^{}]*,)([^{}]*[^\s,{}])\s*,\s*([^,{}]+)$/;

/** Words that join a group to the names before it: “and on behalf of the X Consortium”. */
const linkingWords = /^(?:and|for|from|in|of|on|behalf|the|with|\s)+$/i;

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
  const employee = findEmployee(name);
  if (employee !== undefined && !company.test(name)) return [describeAffiliation(name, employee)];
  const [, person = '', place = ''] = beforeLastComma.exec(name) ?? [];
  const isGroup = /\s/.test(person) && [institution, groupWord].some((word) => word.test(person));
  const isPart = /\s/.test(person) && !institution.test(place) && groupWord.test(place);
  if ((isGroup || isPart) && !company.test(name)) {
    // A program that took the name for a person put “for the” behind it.
    const bare = linkingWords.test(place) ? person.replace(/\.$/, '') : name;
    const isArticle = /^the$/i.test(place) && !/^the\s/i.test(bare);
    const whole = isArticle ? `${place} ${bare}` : bare;
    return [
      {
        found: name,
        expected: 'a group in braces; the rest after the comma would be given names',
        nearest: `{${whole}}`,
        fix: `Write {${whole}}.`,
      },
    ];
  }
  const areInitials = haveBareInitials(others);
  if (unclearDegree.test(name) && !areInitials)
    return [
      {
        found: name,
        expected: 'no degree after a name; “MD” is read as one, and not printed',
        nearest: name.replace(/MD$/, 'M. D.'),
        fix: 'Write initials with stops, as in the nearest. If “MD” is a degree, remove it.',
        isHarmless: true,
      },
    ];
  return [...listMiddleComplaints(name), ...listPlaceComplaints(name, areInitials)];
}

/** A written-out name, and none of the titles that can stand between two commas. */
const middleName =
  /^(?!.*\b(?:Sir|Dame|Lord|Lady|Baron|Count|Earl|Prof|Dipl|Ing|Rev)\b).*(?<!\p{L})\p{Lu}\p{Ll}{2,}/u;

/** Finds names between two commas, which would be printed as a suffix: “Doe, Jane, Roe”. */
function listMiddleComplaints(name: string): Complaint[] {
  const parts = splitParts(name);
  const [family = '', middle = '', given = ''] = parts;
  if (parts.length !== 3 || !middleName.test(middle) || !/^\p{Lu}/u.test(given)) return [];
  const [read] = parseNames(name).names;
  if (read === undefined || 'literal' in read || isGeneration([middle])) return [];
  if (read.suffix !== renderTex(middle.replaceAll('~', ' '))) return [];
  const expected = `“Jr.” or a word of its kind between the commas; “${middle}” would be printed as one`;
  const joined = name.replace(/\s(?:adn|nad|ans|amd|anf|an|ad)\s(?=\p{Lu})/u, ' and ');
  if (joined !== name) return [{ found: name, expected, nearest: joined, fix: `Write ${joined}.` }];
  return [
    {
      found: name,
      expected,
      fix: `Write ${family}, ${middle} ${given} for one person, or ${family}, ${middle} and ${given} for two. If “${given}” is a title or a degree, remove it.`,
      // No list of the words of its kind is complete.
      isHarmless: true,
    },
  ];
}

/** Finds a place after a full name: “Jane Doe, MIT, USA”, “Jane Doe, ABC”. Other names may have initials in its place. */
function listPlaceComplaints(name: string, areInitials: boolean): Complaint[] {
  const [person = '', first = '', ...rest] = name.split(/\s*,\s*/);
  if (!isFullName(person)) return [];
  if (isPlace(first) && (!areInitials || first.length > 3) && !company.test(name))
    return [describeAffiliation(name, person)];
  const areLetters = rest.length === 0 && unclearLetters.test(first) && /\p{Ll}/u.test(person);
  if (!areLetters || areInitials) return [];
  return [
    {
      found: name,
      expected: `a name alone; “${first}” is read as initials`,
      nearest: `${person}, ${formatInitials(first)}`,
      fix: `Write initials with stops, as in the nearest; a given name as ${person}, ${formatGiven(first)}. If “${first}” is an affiliation, remove it.`,
      isHarmless: true,
    },
  ];
}

/** Returns the person before the word for a place: “Doe, Jane, Department of X, Univ. of Y”. */
function findEmployee(name: string): string | undefined {
  const parts = name.split(/\s*,\s*/);
  const [first = ''] = parts;
  const index = parts.findIndex((part, at) => at > 0 && institution.test(part));
  const isPerson = index > 1 || isFullName(first);
  if (index < 1 || !isPerson || institution.test(first) || groupWord.test(first)) return undefined;
  return parts.slice(0, index).join(', ');
}

function describeAffiliation(name: string, person: string): Complaint {
  const [, letters] = /^[^,]+,\s*(\p{Lu}{3,})$/u.exec(name) ?? [];
  return {
    found: name,
    expected: 'a name without an affiliation, which would be a part of it',
    nearest: person,
    fix: `Write ${person}.${letters === undefined ? '' : ` As initials, the letters have stops: ${person}, ${formatInitials(letters)}`}`,
    // “Garcia Lopez, Berkeley” may be a family with its given name.
    ...(institution.test(name) ? {} : { isHarmless: true }),
  };
}
