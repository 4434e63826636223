import type { UnifiedProcessorOptions } from '@astrojs/markdown-remark';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import '../lib/edit-map.ts';
import '../lib/open-brackets.ts';
import { rehypeCitations, type CitationOptions } from './citations.ts';
import { remarkComponents } from './components.ts';
import { rehypeDashes } from './dashes.ts';
import { rehypeEscapes, remarkEscapes } from './escapes.ts';
import { rehypeFootnotes } from './footnotes.ts';
import { rehypeSiteLinks } from './links.ts';
import { rehypePassages } from './passages.ts';
import { remarkPlainContent } from './plain-content.ts';
import { rehypeSearchText } from './search-text.ts';
import { rehypeSections, rehypeSelfLinks } from './sections.ts';
import { rehypeStrictMath } from './strict-math.ts';

export interface MarkdownOptions extends CitationOptions {
  /** The base path of the site. */
  base: string;
}

/** The pipeline from prose to HTML, in order. */
export function buildMarkdown({ base, ...targets }: MarkdownOptions): UnifiedProcessorOptions {
  return {
    remarkPlugins: [remarkPlainContent, remarkMath, remarkEscapes, remarkComponents],
    rehypePlugins: [
      // The position of a footnote affects the order of citations, and the ids of headings must not contain citation
      // numbers.
      rehypeDashes,
      rehypeFootnotes,
      rehypeSections,
      [rehypeCitations, targets],
      rehypeEscapes,
      rehypeSearchText,
      rehypePassages,
      rehypeSelfLinks,
      [rehypeKatex, { strict: 'ignore', output: 'htmlAndMathml' }],
      rehypeStrictMath,
      [rehypeSiteLinks, { base }],
    ],
    smartypants: { dashes: 'oldschool' },
  };
}
