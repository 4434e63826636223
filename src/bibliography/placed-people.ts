import { isPlace } from './name-marks.ts';
import { isFullName, isSuffix } from './name-words.ts';
import { group } from './plain-name.ts';

/** A person, with the affiliation that stands after the name. */
export interface PlacedPerson {
  name: string;
  affiliation?: string;
}

const separator = /(\s*[,;]\s*|\s+(?:and|&)\s+)/;

/**
 * Reads people with their affiliations from one text: “Jane Doe, MIT”, “Jane Doe, Richard Roe, MIT, USA”. An
 * affiliation is that of all people since the last one. Undefined if the text has none.
 */
export function readPlacedPeople(text: string): PlacedPerson[] | undefined {
  const pieces = text.trim().split(separator);
  const [first = ''] = pieces;
  if (!isPerson(first) || /[{}()]/.test(text)) return undefined;
  const people: PlacedPerson[] = [];
  let isPlaced = false;
  let open: PlacedPerson[] = [];
  for (let at = 0; at < pieces.length; at += 2) {
    const piece = pieces[at] ?? '';
    if (isPerson(piece)) {
      if (isPlaced) open = [];
      isPlaced = false;
      open.push({ name: piece });
      people.push(...open.slice(-1));
    } else if (isPlaced || isPlace(piece)) {
      const joint = pieces[at - 1] ?? '';
      for (const person of open)
        person.affiliation = isPlaced ? `${person.affiliation ?? ''}${joint}${piece}` : piece;
      isPlaced = true;
    } else return undefined;
  }
  return people.some(({ affiliation }) => affiliation !== undefined) ? people : undefined;
}

function isPerson(piece: string): boolean {
  return isFullName(piece) && !isPlace(piece) && !group.test(piece);
}

/** “Jane Doe, Dresden, Germany”, “Doe, Jane, Dresden”: the words after a name that can be none of it. */
export function readOtherWords(text: string): PlacedPerson | undefined {
  const parts = text.split(/\s*,\s*/);
  const [first = '', second = '', ...more] = parts;
  const isWord = (part: string) => /^\p{Lu}\p{Ll}+(?:[ -]\p{L}+)*$/u.test(part) || isPlace(part);
  if (more.length === 0 || parts.some((part) => isSuffix([part])) || /[{}();]/.test(text))
    return undefined;
  if (isFullName(first) && [second, ...more].every((part) => isWord(part) && !isFullName(part)))
    return { name: first, affiliation: [second, ...more].join(', ') };
  const isInverted = more.length === 1 && !/\s/.test(first) && isPlace(more[0] ?? '');
  return isInverted ? { name: `${first}, ${second}`, affiliation: more.join(', ') } : undefined;
}
