import type { LocatedEntry } from '../../../src/lib/located.ts';

/** Builds an entry as the check locates it, without references to others. */
export function buildLocatedEntry(
  kind: 'paper' | 'thread' | 'page',
  slug: string,
  more: Partial<LocatedEntry> = {},
): LocatedEntry {
  return {
    kind,
    slug,
    file: `content/${kind}s/${slug}.mdx`,
    order: [],
    tags: [],
    references: [],
    related: [],
    citations: [],
    entryKeys: [],
    areTagsKnown: true,
    ...more,
  };
}
