import mdx from '@astrojs/mdx';
import tailwindcss from '@tailwindcss/vite';
import type { AstroUserConfig } from 'astro';
import type { CachePlace } from './cache/file-cache.ts';
import { findPublishedFile } from './loaders/attachments/list.ts';
import { bibliographyText, loadReferences } from './loaders/bibliography-file.ts';
import { entryBodies } from './loaders/entry-files.ts';
import { loadFields, loadLanguage } from './loaders/entry-language.ts';
import { safeDrawings } from './loaders/images/published.ts';
import { loadMacros } from './loaders/macros.ts';
import { loadNamedEntry } from './loaders/named-entry.ts';
import { loadSiteAddress } from './loaders/site-address.ts';
import { licences } from './metadata/licences.ts';
import { transformCode } from './markdown/code.ts';
import { buildProcessor } from './markdown/processor.ts';
import { buildEntryTarget } from './model/cross-reference.ts';
import { publishForms } from './published/integration.ts';
import { findWords } from './words/words.ts';

/** Every browser that can show the site reads WOFF2: KaTeX's other formats, 0.8 MB, are left out. */
const katexFonts = {
  name: 'katex-fonts',
  enforce: 'pre' as const,
  transform: (css: string, id: string) =>
    id.includes('katex.min.css')
      ? css.replaceAll(/,url\([^)]*\.(woff|ttf)\) format\("\w+"\)/g, '')
      : undefined,
};

export interface ConfiguredSite {
  /** The folder that holds `content/` and `public/`. Astro keeps its own cache there too. */
  root: string;
  /** Overrides the address in `content/site.yaml`. */
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
  /** Lookups that are evaluated while a body is built, so that `dev` sees the newest content. */
  const targets = {
    readFields: (path: string) => loadFields(root, path),
    references: () => loadReferences(root),
    findFile: (path: string, link: string) => findPublishedFile(root, path, link),
    macros: () => loadMacros(root),
    language: (path: string) => loadLanguage(root, path),
    findEntry: (name: string, language: string) => {
      const entry = loadNamedEntry(root, name);
      return entry && buildEntryTarget(entry, findWords(language));
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
      processor: buildProcessor({ base, ...targets }, cache),
      shikiConfig: { theme: 'css-variables', transformers: [transformCode()] },
    },
    image: { service: { entrypoint: '#image-service' } },
    build: { inlineStylesheets: 'always' },
    prerenderConflictBehavior: 'error',
    vite: {
      plugins: [entryBodies(root), bibliographyText(root), tailwindcss(), katexFonts],
      define: {
        'import.meta.env.HAS_PDFS': JSON.stringify(hasPdfs),
        'import.meta.env.CACHE': cache === undefined ? 'undefined' : JSON.stringify(cache),
      },
      resolve: {
        alias: {
          '#content': `${root}/content`,
          '#image-service': `${import.meta.dirname}/loaders/images/service.ts`,
          '#figures': `${import.meta.dirname}/figures`,
        },
      },
      // The worker of the figures fetches one figure at a time, which other formats cannot.
      worker: { format: 'es' },
      // A small font or image must stay a file: the policy allows no data: addresses.
      build: { assetsInlineLimit: 0 },
    },
  };
}
