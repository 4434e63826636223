import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import tailwindcss from '@tailwindcss/vite';
import type { AstroUserConfig } from 'astro';
import type { CachePlace } from './cache/file-cache.ts';
import { loadReferences } from './loaders/bibliography-file.ts';
import { entryBodies, loadFields } from './loaders/entry-files.ts';
import { safeDrawings } from './loaders/images/published.ts';
import { loadNamedEntry } from './loaders/named-entry.ts';
import { loadSiteAddress } from './loaders/site-address.ts';
import { licences } from './metadata/licences.ts';
import { transformCode } from './markdown/code.ts';
import { buildMarkdown } from './markdown/index.ts';
import { buildEntryTarget } from './model/cross-reference.ts';
import { publishForms } from './published/integration.ts';

/** Every browser that can show the site reads WOFF2: KaTeX's other formats, 0.8 MB, are left out. */
const katexFonts = {
  name: 'katex-fonts',
  enforce: 'pre' as const,
  transform: (css: string, id: string) =>
    id.includes('katex.min.css')
      ? css.replaceAll(/,url\([^)]*\.(woff|ttf)\) format\("\w+"\)/g, '')
      : undefined,
};

/** The site that is to be configured. */
export interface ConfiguredSite {
  /** The folder that holds its `content/` and `public/`, where Astro keeps its own notes too. */
  root: string;
  /** Where it is to stand, where that is not what `content/site.yaml` says. */
  address?: string | undefined;
  /** Whether pages name the PDFs that are made beside them. */
  hasPdfs?: boolean | undefined;
  /** Where results of earlier builds are kept. */
  cache?: CachePlace | undefined;
}

/** Builds the configuration of Astro for a site. */
export function buildConfig({
  root,
  address,
  hasPdfs = false,
  cache,
}: ConfiguredSite): AstroUserConfig {
  const { origin, base } = loadSiteAddress(root, address);
  /** What is known of an entry, and what its prose can refer to, as it is when a body is built. */
  const targets = {
    readFields: (path: string) => loadFields(root, path),
    references: () => loadReferences(root),
    findEntry: (slug: string) => {
      const entry = loadNamedEntry(root, slug);
      return entry && buildEntryTarget(entry);
    },
  };
  return {
    root,
    srcDir: import.meta.dirname,
    ...(origin && { site: origin }),
    base,
    devToolbar: { enabled: false },
    integrations: [
      mdx({ optimize: true }),
      safeDrawings(root),
      licences(),
      publishForms({ root, origin, base, hasPdfs, cache }),
    ],
    markdown: {
      processor: unified(buildMarkdown({ base, ...targets })),
      shikiConfig: { theme: 'css-variables', transformers: [transformCode()] },
    },
    // Cards are drawn on other threads while pages are rendered on this one.
    build: { inlineStylesheets: 'always', concurrency: 4 },
    prerenderConflictBehavior: 'error',
    vite: {
      plugins: [entryBodies(root), tailwindcss(), katexFonts],
      define: {
        'import.meta.env.HAS_PDFS': JSON.stringify(hasPdfs),
        'import.meta.env.CACHE': cache === undefined ? 'undefined' : JSON.stringify(cache),
      },
      resolve: {
        alias: {
          '#content': `${root}/content`,
          '#figures': `${import.meta.dirname}/figures`,
        },
      },
      // A small font or image must stay a file: the policy allows no data: addresses.
      build: { assetsInlineLimit: 0 },
    },
  };
}
