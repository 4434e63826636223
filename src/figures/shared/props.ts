import type { Pipeline } from '../../lib/pipeline.ts';

/** The properties of a figure's component: the attributes of its tag, and those that the page adds. */
export interface FigureProps {
  id: string;
  title: string;
  /** The level of its heading: one below that of the heading before it. */
  level: '2' | '3' | '4' | '5';
  /** Its name on the page: “Figure 1”. */
  label: string;
  entry: FigureEntry;
  /** Whether the page shows its title alone until a reader opens it. */
  folded?: boolean;
  [attribute: string]: unknown;
}

/** The entry or the page that a figure stands in. */
export interface FigureEntry {
  /** The path of its page. */
  address: string;
  title: string;
  language?: string | undefined;
  /** How it is cited, in APA, if it has an author. Pages are not cited. */
  citation?: { parts: readonly { text: string; address?: string }[]; hasAuthor: boolean };
  pipeline?: Pipeline;
}

/** The address of a figure: absolute where that of the site is known, else a path. */
export function buildPermalink(
  { id, entry }: Pick<FigureProps, 'id' | 'entry'>,
  site: URL | undefined,
): string {
  const path = `${entry.address}#${id}`;
  return site === undefined ? path : new URL(path, site).href;
}

/** The citation of a figure without its address: its name and title, within its entry. */
export function formatFigureCitation({
  label,
  title,
  entry,
}: Pick<FigureProps, 'label' | 'title' | 'entry'>): string {
  if (!entry.citation?.hasAuthor) return `${label}, “${title}”. In ${entry.title}.`;
  const words = entry.citation.parts.filter(({ address }) => address === undefined);
  const cited = words.map(({ text }) => text).join('');
  return `${label}, “${title}”. In ${cited.trim()}`;
}
