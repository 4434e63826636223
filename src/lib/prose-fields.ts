/** The prose fields, which can cite works, in the order of an entry's page. */
export const proseFields = [
  'question',
  'approach',
  'phases[].summary',
  'analyses[].summary',
  'abstract',
] as const;

/** The other fields that speak the language of prose: titles and names, which can neither cite nor link. */
export const titleFields = [
  'title',
  'eyebrow',
  'intro',
  'short',
  'architecturesHeading',
  'phases[].title',
  'architectures[].name',
  'architectures[].family',
  'grid.heading',
  'grid.items[].name',
  'grid.items[].family',
  'grid.items[].text',
  'analyses[].title',
  'venue',
  'venue.acronym',
  'venue.name',
  'event',
  'place',
  'versions[].note',
  'history[].note',
  'description',
  'label',
  'news[].sentence',
] as const;

/** The field that can link but not cite: it belongs to no entry. */
export const linkedField = 'author.biography';

/** The text of a field, with its path. */
export interface FieldText {
  path: (string | number)[];
  text: string;
}

/** Returns the prose of an entry's `fields` in the order of its page. */
export function listProse(fields: unknown): FieldText[] {
  return proseFields.flatMap((field) => listTexts(fields, field));
}

/** Returns the titles and names in the `fields` of an entry or of the site. */
export function listTitles(fields: unknown): FieldText[] {
  return titleFields.flatMap((field) => listTexts(fields, field));
}

/**
 * Returns the texts of a field such as `phases[].summary`, in order. Skips values of a wrong type.
 */
export function listTexts(fields: unknown, field: string): FieldText[] {
  return findTexts(fields, field.split(/\.|(?=\[\])/), []);
}

/** Returns the texts at the end of `steps`: names of fields, and `[]` for each item of a list. */
function findTexts(
  value: unknown,
  [step, ...steps]: readonly string[],
  path: FieldText['path'],
): FieldText[] {
  if (step === undefined) return typeof value === 'string' ? [{ path, text: value }] : [];
  if (step === '[]' && Array.isArray(value))
    return value.flatMap((item, index) => findTexts(item, steps, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return findTexts((value as Record<string, unknown>)[step], steps, [...path, step]);
}
