import GithubSlugger from 'github-slugger';
import type { Label } from './body-facts.ts';

/** What stands beside the $$ that opens an equation, so that the text can refer to it: `{#eq-loss}`. */
export const equationId = /^\{#(eq-[a-z\d]+(?:-[a-z\d]+)*)\}$/;

/** Keys that begin so stand for a part of the page (`@eq-loss`), not for a work. */
export const labelKey = /^(eq|fig|tbl|sec)-/;

/** An entry by its slug, and a part of it by its key: `@entry-titan`, `@entry-titan/fig-loss`. */
const entryKey = /^entry-([^/]+)(?:\/(.+))?$/;

/** The entry that a key names, and the part of it; nothing for the key of anything else. */
export function parseEntryKey(key: string): { slug: string; label?: string } | undefined {
  const [, slug, label] = entryKey.exec(key) ?? [];
  return slug === undefined ? undefined : { slug, ...(label !== undefined && { label }) };
}

/** Whether a key stands for an entry or for what is in one, and so for no work. */
export function namesPart(key: string): boolean {
  return labelKey.test(key) || parseEntryKey(key) !== undefined;
}

/** The key of an entry, or of a part of it. */
export function buildEntryKey(slug: string, label?: string): string {
  return `entry-${[slug, label].filter(Boolean).join('/')}`;
}

/** Ids that the page around a body has already. */
const pageIds =
  'main question approach phases architectures analyses abstract papers threads history cite references'.split(
    ' ',
  );

/** Labels the sections of a body by their titles, in their order; none takes an id that the page has. */
export function createSectionLabels(): (title: string, words: string) => Label {
  const slugger = new GithubSlugger();
  for (const id of pageIds) slugger.slug(id);
  return (title, words) => {
    const id = slugger.slug(title);
    return { key: `sec-${id}`, id, text: `“${words}”` };
  };
}

/** What is numbered, by the letters that its ids begin with. */
const kinds: Record<string, string> = { eq: 'Equation', fig: 'Figure', tbl: 'Table' };

/** Labels the equations, figures and tables of a body by their ids, each kind numbered in its order. */
export function createNumberedLabels(): (id: string) => Label {
  const counts = new Map<string, number>();
  return (id) => {
    const kind = kinds[id.split('-')[0] ?? ''] ?? '';
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return { key: id, id, text: `${kind} ${count}` };
  };
}
