import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { formatFrontMatter, type Facts } from './front-matter.ts';
import { formatMarkdown, type Targets } from './markdown.ts';

/** A page as Markdown, and the address of that page. */
export interface Twin {
  page: string;
  text: string;
}

/** A page as a Markdown file: its facts, its title, and what it shows, which is given as HTML. */
export function formatTwin(
  facts: Facts,
  content: readonly ElementContent[],
  targets: Targets,
): string {
  const text = formatMarkdown([h('h1', facts.title), ...content], targets);
  return `${formatFrontMatter(facts)}\n${text}`;
}
