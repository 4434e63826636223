import type { UnifiedProcessorOptions } from '@astrojs/markdown-remark';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { rehypeSiteLinks } from './links.ts';
import { rehypeStrictMath } from './strict-math.ts';
import { rehypeStyleClasses } from './style-classes.ts';

/** How prose becomes HTML, in order. `base` is the folder that the site is published in. */
export function buildMarkdown(base: string): UnifiedProcessorOptions {
  return {
    remarkPlugins: [remarkMath],
    rehypePlugins: [
      [rehypeKatex, { strict: 'ignore', output: 'htmlAndMathml' }],
      rehypeStrictMath,
      [rehypeSiteLinks, { base }],
      rehypeStyleClasses,
    ],
    smartypants: { dashes: 'oldschool' },
  };
}
