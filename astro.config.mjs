import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';
import { loadReferences } from './src/loaders/bibliography-file.ts';
import { findSource } from './src/loaders/files.ts';
import { loadNamedEntry } from './src/loaders/named-entry.ts';
import { loadSiteAddress } from './src/loaders/site-address.ts';
import { contentSecurityPolicy } from './src/metadata/content-security-policy.ts';
import { transformCode } from './src/markdown/code.ts';
import { buildMarkdown } from './src/markdown/index.ts';
import { buildEntryTarget } from './src/model/cross-reference.ts';

/** The folder that holds `content/`. */
const root = findSource(import.meta.dirname);
const { origin, base } = loadSiteAddress(root);

/** What the prose of the site can refer to, as it is when a body is built. */
const targets = {
  references: () => loadReferences(root),
  findEntry: (slug) => {
    const entry = loadNamedEntry(root, slug);
    return entry && buildEntryTarget(entry);
  },
};

/** Every browser that can show the site reads WOFF2: KaTeX's other formats, 0.8 MB, are left out. */
const katexFonts = {
  name: 'katex-fonts',
  enforce: 'pre',
  transform: (css, id) =>
    id.includes('katex.min.css')
      ? css.replaceAll(/,url\([^)]*\.(woff|ttf)\) format\("\w+"\)/g, '')
      : undefined,
};

export default defineConfig({
  ...(origin && { site: origin }),
  base,
  devToolbar: { enabled: false },
  integrations: [mdx({ optimize: true }), contentSecurityPolicy()],
  markdown: {
    processor: unified(buildMarkdown({ base, ...targets })),
    shikiConfig: { theme: 'css-variables', transformers: [transformCode()] },
  },
  build: { inlineStylesheets: 'always' },
  vite: {
    plugins: [tailwindcss(), katexFonts],
    resolve: { alias: { '#content': `${root}/content` } },
    // A small font or image must stay a file: the policy allows no data: addresses.
    build: { assetsInlineLimit: 0 },
  },
});
