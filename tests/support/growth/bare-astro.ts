import { listPlainBodies } from './portfolio.ts';

const config = `import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';

export default {
  cacheDir: '.cache',
  devToolbar: { enabled: false },
  integrations: [mdx()],
  markdown: { processor: unified({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex] }) },
};
`;

const collections = `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

export const collections = {
  entries: defineCollection({ loader: glob({ pattern: '*.mdx', base: './content' }) }),
};
`;

const layout = `---
import 'katex/dist/katex.min.css';
const { title } = Astro.props;
---
<html lang="en">
  <head><meta charset="utf-8" /><title>{title}</title></head>
  <body><main><h1>{title}</h1><slot /></main></body>
</html>
`;

const page = `---
import { getCollection, render } from 'astro:content';
import Layout from '../layout.astro';

export async function getStaticPaths() {
  const entries = await getCollection('entries');
  return entries.map((entry) => ({ params: { slug: entry.id }, props: { entry } }));
}

const { entry } = Astro.props;
const { Content } = await render(entry);
---
<Layout title={entry.id}><Content /></Layout>
`;

/** A project of Astro, MDX and KaTeX alone, with one page for each of `count` entries. */
export function buildBareProject(count: number): Record<string, string> {
  const bodies = Object.entries(listPlainBodies(count));
  return {
    'package.json': '{ "type": "module" }\n',
    'astro.config.mjs': config,
    'src/content.config.ts': collections,
    'src/layout.astro': layout,
    'src/pages/[slug].astro': page,
    ...Object.fromEntries(bodies.map(([file, body]) => [`content/${file}`, body])),
  };
}
