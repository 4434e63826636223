import GithubSlugger from 'github-slugger';
import type { Label, NumberedKind } from './body-facts.ts';

/** Returns the id beside the $$ of an equation: `{#eq-loss}`, or `{#eq:loss}` as in LaTeX. */
export function readEquationId(meta: string): string | undefined {
  const [, id = ''] = /^\{#(\S+)\}$/.exec(meta) ?? [];
  const key = id.replace(/^eqn?[:_]/, 'eq-').replace(/(?<=.)[:_]/g, '-');
  return /^eq-[a-z\d]+(?:-[a-z\d]+)*$/.test(key) ? key : undefined;
}

/** Keys with these prefixes refer to a part of the page (`@eq-loss`), not to a work. */
export const labelKey = /^(eq|fig|tbl|sec)-/;

/**
 * The key of an entry or of a part of it: `@entry-titan`, `@entry-titan/fig-loss`. The folder may
 * stand before the slug: `@entry-papers/titan`.
 */
const entryKey = /^entry-([^/]+(?:\/(?!(?:eq|fig|tbl|sec)-)[^/]+)?)(?:\/(.+))?$/;

/**
 * Parses the key of an entry or of a part of it. `name` is a slug, or a folder and a slug. Returns
 * undefined for other keys.
 */
export function parseEntryKey(key: string): { name: string; label?: string } | undefined {
  const [, name, label] = entryKey.exec(key) ?? [];
  return name === undefined ? undefined : { name, ...(label !== undefined && { label }) };
}

/** Whether a key refers to an entry or a part of one, not to a work. */
export function namesPart(key: string): boolean {
  return labelKey.test(key) || parseEntryKey(key) !== undefined;
}

export function buildEntryKey(name: string, label?: string): string {
  return `entry-${[name, label].filter(Boolean).join('/')}`;
}

/** Ids that the page around a body already has. */
const pageIds =
  'main question approach phases architectures grid analyses abstract papers threads outputs versions history cite references'.split(
    ' ',
  );

/** Returns the id of a part of an entry by its key: `sec-one-layer` is `one-layer`. */
export function readLabelId(key: string): string {
  return key.replace(/^sec-/, '');
}

/** Whether a page of an entry has this id without its text: its own parts, its works and their citations. */
export function isPageId(id: string, keys: readonly string[]): boolean {
  const [, key] = /^(?:ref|cite)-(.+?)(?:-\d+)?$/.exec(id) ?? [];
  return (
    id === '' ||
    id === 'top' ||
    pageIds.includes(id) ||
    id.startsWith('user-content-fn') ||
    (key !== undefined && (keys.includes(key) || keys.includes(id.slice(4))))
  );
}

/** Creates labels for the sections of a body, in order. None gets an id of the page. */
export function createSectionLabels(): (title: string, words: string) => Label {
  const slugger = new GithubSlugger();
  for (const id of pageIds) slugger.slug(id);
  return (title, words) => {
    const id = slugger.slug(title.normalize('NFC'));
    return { key: `sec-${id}`, id, text: words };
  };
}

/** The numbered kinds, by the prefixes of their ids. */
const kinds: Record<string, NumberedKind> = { eq: 'equation', fig: 'figure', tbl: 'table' };

/** Creates labels for equations, figures and tables, in order. Each kind is numbered separately. */
export function createNumberedLabels(): (id: string) => Label {
  const counts = new Map<string | undefined, number>();
  return (id) => {
    const kind = kinds[id.split('-')[0] ?? ''];
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return { key: id, id, ...(kind && { kind }), text: String(count) };
  };
}
