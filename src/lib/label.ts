import GithubSlugger from 'github-slugger';
import type { Label } from './body-facts.ts';

/** The id beside the $$ that opens an equation: `{#eq-loss}`. */
export const equationId = /^\{#(eq-[a-z\d]+(?:-[a-z\d]+)*)\}$/;

/** Keys with these prefixes refer to a part of the page (`@eq-loss`), not to a work. */
export const labelKey = /^(eq|fig|tbl|sec)-/;

/** The key of an entry or of a part of it: `@entry-titan`, `@entry-titan/fig-loss`. */
const entryKey = /^entry-([^/]+)(?:\/(.+))?$/;

/** Parses the key of an entry or of a part of it. Returns undefined for other keys. */
export function parseEntryKey(key: string): { slug: string; label?: string } | undefined {
  const [, slug, label] = entryKey.exec(key) ?? [];
  return slug === undefined ? undefined : { slug, ...(label !== undefined && { label }) };
}

/** Whether a key refers to an entry or a part of one, not to a work. */
export function namesPart(key: string): boolean {
  return labelKey.test(key) || parseEntryKey(key) !== undefined;
}

export function buildEntryKey(slug: string, label?: string): string {
  return `entry-${[slug, label].filter(Boolean).join('/')}`;
}

/** Ids that the page around a body already has. */
const pageIds =
  'main question approach phases architectures analyses abstract papers threads history cite references'.split(
    ' ',
  );

/** Creates labels for the sections of a body, in order. None gets an id of the page. */
export function createSectionLabels(): (title: string, words: string) => Label {
  const slugger = new GithubSlugger();
  for (const id of pageIds) slugger.slug(id);
  return (title, words) => {
    const id = slugger.slug(title);
    return { key: `sec-${id}`, id, text: `“${words}”` };
  };
}

/** The numbered kinds, by the prefixes of their ids. */
const kinds: Record<string, string> = { eq: 'Equation', fig: 'Figure', tbl: 'Table' };

/** Creates labels for equations, figures and tables, in order. Each kind is numbered separately. */
export function createNumberedLabels(): (id: string) => Label {
  const counts = new Map<string, number>();
  return (id) => {
    const kind = kinds[id.split('-')[0] ?? ''] ?? '';
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return { key: id, id, text: `${kind} ${count}` };
  };
}
