import { nameFormerFile } from '../lib/former-address.ts';
import { slugify } from '../lib/slug.ts';
import { isOwnAddress } from '../model/page-address.ts';
import { buildPage, leave, type Draft } from './draft.ts';

/** Lets the entries agree: an old address leads to one page, and a tag has one spelling. */
export function settleEntries(draft: Draft): void {
  const spell = findSpelling(draft);
  const claimed = new Set(draft.entries.map((entry) => nameFile(buildPage(entry))));
  for (const entry of draft.entries) {
    const { formerly, tags } = entry.fields as { formerly?: string[]; tags?: string[] };
    const kept = formerly?.filter((address) => {
      const file = nameFile(address);
      const isFree = !claimed.has(file) && !isOwnAddress(`/${file.replace(/index\.html$/, '')}`);
      claimed.add(file);
      if (!isFree)
        leave(draft, entry.from.file, 1, `The old address ${address} leads to another page.`);
      return isFree;
    });
    entry.fields = Object.fromEntries(
      Object.entries({
        ...entry.fields,
        ...(kept && { formerly: kept.length > 0 ? kept : undefined }),
        ...(tags && { tags: [...new Set(tags.map(spell))] }),
      }).filter(([, value]) => value !== undefined),
    );
  }
}

/** Some file systems do not tell capitals from small letters. */
const nameFile = (address: string): string => nameFormerFile(address).toLowerCase();

/** Returns a function that finds the most frequent spelling of a tag, or the first of these. */
function findSpelling({ entries }: Draft): (tag: string) => string {
  const tags = entries.flatMap(({ fields }) => (fields.tags ?? []) as string[]);
  const counts = Map.groupBy(tags, (tag) => tag);
  const count = (tag: string) => counts.get(tag)?.length ?? 0;
  const spellings = Map.groupBy(counts.keys(), (tag) => slugify(tag).toUpperCase());
  return (tag) =>
    spellings.get(slugify(tag).toUpperCase())?.toSorted((a, b) => count(b) - count(a))[0] ?? tag;
}
