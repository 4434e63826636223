import { rehypeShiki } from '@astrojs/markdown-remark';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { parseBibliography } from '../../../src/bibliography/parse.ts';
import { buildReference } from '../../../src/bibliography/reference.ts';
import { transformCode } from '../../../src/markdown/code.ts';
import { buildMarkdown } from '../../../src/markdown/index.ts';

const bib = '@misc{garg2022, title = {T}, author = {Garg, Shivam}, year = {2022}}';
const works = parseBibliography(bib, 'a.bib').entries.map(buildReference);
const references = new Map(works.map((work) => [work.key, work]));

/** Builds the HTML of a body as the site does, without the additions of Astro. */
export async function render(body: string): Promise<string> {
  const { remarkPlugins = [], rehypePlugins = [] } = buildMarkdown({
    base: '/',
    readFields: () => ({}),
    references: () => references,
    findEntry: () => ({ title: 'Titan', address: '/papers/titan/', labels: [] }),
  });
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
  return String(html);
}
