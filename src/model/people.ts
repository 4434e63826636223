import { formatFullName, type Name } from '../bibliography/names.ts';
import { parsePlainName } from '../bibliography/plain-name.ts';
import { isSameName } from '../bibliography/same-person.ts';
import type { Fault } from '../lib/fault.ts';
import { buildEdit, type LocatedContent } from '../lib/located.ts';
import { isMisspelling, nearest } from '../lib/nearest.ts';
import type { People, PersonFields } from '../schema/people.ts';

/** A person of `content/people.yaml`. */
export interface Person extends PersonFields {
  name: Name;
}

/** Reads the names of people, in the order of the file. */
export function readPeople(people: People): Person[] {
  return Object.entries(people).map(([name, fields]) => ({
    ...fields,
    name: parsePlainName(name),
  }));
}

/** Finds the person that a name means: of several, the one with exactly this name. */
export function findPerson(people: readonly Person[], name: Name): Person | undefined {
  const whole = formatFullName(name);
  const alike = people.filter((person) => isSameName(person.name, name));
  const same = alike.filter((person) => formatFullName(person.name) === whole);
  const [one, ...others] = same.length > 0 ? same : alike;
  return others.length === 0 ? one : undefined;
}

/** Finds people without a role who are authors of no paper. */
export function checkCoauthors({ entries, coauthors = [] }: LocatedContent): Fault[] {
  if (coauthors.length === 0) return [];
  const written = [...new Set(entries.flatMap(({ authors = [] }) => authors))];
  const authors = written.map(parsePlainName);
  const names = authors.map(formatFullName);
  return coauthors
    .filter(({ value }) => !authors.some((author) => isSameName(author, parsePlainName(value))))
    .map(({ value, place }): Fault => {
      const near = nearest(value, names);
      const isSure = near !== undefined && isMisspelling(value, near, names);
      return {
        rule: 'unmatched-person',
        ...place,
        found: value,
        expected: 'the name of an author of a paper, or a person with a role',
        ...(near !== undefined && { nearest: near }),
        ...(isSure && { edits: [buildEdit(place, value, near)] }),
        fix: 'Write the name as the paper does; or add “role: advisor”, “role: member” or “role: alumni”.',
      };
    });
}
