import { rehypeShiki } from '@astrojs/markdown-remark';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { BodyFacts } from '../../src/lib/body-facts.ts';
import { transformCode } from '../../src/markdown/code.ts';
import { buildMarkdown } from '../../src/markdown/index.ts';

/** Builds the HTML of a body, and the facts for its page, as the site does, without the additions of Astro. */
export async function renderBody(
  body: string,
  options: Parameters<typeof buildMarkdown>[0],
): Promise<{ html: string; facts: BodyFacts }> {
  const { remarkPlugins = [], rehypePlugins = [] } = buildMarkdown(options);
  const file = new VFile({ value: body, data: { astro: { frontmatter: {} } } });
  const html = await unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(remarkGfm)
    .use({ plugins: remarkPlugins as [] })
    .use(remarkRehype)
    .use(rehypeShiki, { theme: 'css-variables', transformers: [transformCode()] })
    .use({ plugins: rehypePlugins as [] })
    .use(rehypeStringify)
    .process(file);
  return { html: String(html), facts: file.data.astro?.frontmatter ?? {} };
}
