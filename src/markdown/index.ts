import type { UnifiedProcessorOptions } from '@astrojs/markdown-remark';
import { formulaSettings } from '../lib/formula.ts';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import '../lib/edit-map.ts';
import '../lib/open-brackets.ts';
import { remarkProse } from '../lib/syntax/index.ts';
import { rehypeBackground } from './background.ts';
import { rehypeBeside } from './beside.ts';
import { rehypeCitations, type CitationOptions } from './citations.ts';
import { remarkComponents } from './components.ts';
import { rehypeDashes } from './dashes.ts';
import { remarkEquations, type FormulaOptions } from './equations.ts';
import { rehypeEscapes, remarkEscapes } from './escapes.ts';
import { rehypeFiles, type FileOptions } from './files.ts';
import { rehypeFootnotes } from './footnotes.ts';
import { rehypeSiteLinks } from './links.ts';
import { rehypeJoins } from './joins.ts';
import type { LanguageOptions } from './language.ts';
import { rehypePassages } from './passages.ts';
import { remarkPlainContent } from './plain-content.ts';
import { rehypeSearchText } from './search-text.ts';
import { rehypeSections, rehypeSelfLinks } from './sections.ts';
import { rehypeStrictMath } from './strict-math.ts';
import { rehypeTasks } from './tasks.ts';
import { rehypeWide } from './wide.ts';

export interface MarkdownOptions
  extends CitationOptions, FileOptions, FormulaOptions, LanguageOptions {
  /** The base path of the site. */
  base: string;
}

/** The pipeline from prose to HTML, in order. */
export function buildMarkdown({
  base,
  macros,
  ...targets
}: MarkdownOptions): UnifiedProcessorOptions {
  return {
    remarkPlugins: [
      remarkPlainContent,
      remarkMath,
      remarkProse,
      remarkEscapes,
      [remarkComponents, targets],
      [remarkEquations, { macros }],
    ],
    rehypePlugins: [
      // The position of a footnote affects the order of citations, and the ids of headings must not contain citation
      // numbers.
      rehypeDashes,
      rehypeFootnotes,
      rehypeTasks,
      rehypeSections,
      [rehypeCitations, targets],
      rehypeEscapes,
      rehypeSearchText,
      [rehypeFiles, { base, ...targets }],
      rehypePassages,
      rehypeBeside,
      [rehypeSelfLinks, targets],
      [rehypeSiteLinks, { base }],
      [rehypeBackground, targets],
      [rehypeKatex, formulaSettings],
      rehypeStrictMath,
      [rehypeWide, targets],
      rehypeJoins,
    ],
    smartypants: { dashes: 'oldschool' },
  };
}
