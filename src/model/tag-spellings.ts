import type { Fault } from '../lib/fault.ts';
import { buildEdit, type Located } from '../lib/located.ts';
import { describeUnfitName, slugify } from '../lib/slug.ts';

/** Tags with the same address must have the same spelling. The most frequent spelling counts as correct. */
export function checkTags(tags: Located<string>[]): Fault[] {
  // Some file systems ignore case, and a letter such as ß or ς has more than one lower-case form.
  const spellings = Map.groupBy(tags, ({ value }) => slugify(value).toUpperCase());
  return [...spellings.values()].flatMap((group): Fault[] => {
    const slug = slugify(group[0]?.value ?? '');
    const unfit = describeUnfitName(slug);
    if (slug === '' || unfit !== undefined)
      return group
        .filter(({ value }) => value !== '')
        .map(({ value, place }) => ({
          rule: 'bad-tag',
          ...place,
          ...(unfit === undefined && { found: value }),
          expected: unfit ?? 'at least one letter or digit for the address of the tag',
          fix: unfit === undefined ? 'Write the tag in words.' : 'Write another tag.',
        }));
    const counts = Map.groupBy(group, ({ value }) => value);
    const [[usual, most] = ['', []], [, second] = ['', []]] = [...counts].toSorted(
      ([, a], [, b]) => b.length - a.length,
    );
    const isSure = most.length > second.length;
    return group
      .filter(({ value }) => value !== usual)
      .map(({ value, place }) => {
        const fault = {
          rule: 'tag-variants' as const,
          ...place,
          found: value,
          expected: `one spelling of a tag everywhere; elsewhere it is “${usual}”`,
        };
        const isThere = group.some((one) => one.value === usual && one.place.file === place.file);
        if (isThere) return { ...fault, fix: `Remove it: the entry has “${usual}” already.` };
        return {
          ...fault,
          nearest: usual,
          fix: 'Use the same spelling everywhere.',
          ...(isSure && { edits: [buildEdit(place, value, usual)] }),
        };
      });
  });
}
