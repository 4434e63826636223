import { globSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { formatContentType, findMediaType } from '../lib/media-types.ts';
import { startFinishing } from './finished-page.ts';
import {
  buildPageForms,
  listPageFiles,
  listSiteFiles,
  type PublishedFiles,
  type PageForms,
} from './forms.ts';
import { parsePage, readPage } from './page.ts';
import { loadPublishedSite, type SiteSource } from './site.ts';

/**
 * Finishes the pages that Astro wrote, and writes every file that is made from them: Markdown twins, files for language
 * models, feeds, and pictures of figures. During `dev`, builds such a file on request.
 */
export function publishForms(source: SiteSource): AstroIntegration {
  return {
    name: 'published-forms',
    hooks: {
      'astro:build:done': ({ dir }) => {
        writeForms(fileURLToPath(dir), source);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const { localAddress = 'localhost', localPort } = request.socket;
          const host = localAddress.includes(':') ? `[${localAddress}]` : localAddress;
          // Vite removes the base path from `url`.
          const address = request.originalUrl?.split('?')[0] ?? '/';
          const type = formatContentType(findMediaType(address));
          findForm(address, source, `http://${host}:${localPort}`).then((text) => {
            if (text === undefined) next();
            else response.setHeader('Content-Type', type).end(text);
          }, next);
        });
      },
    },
  };
}

function writeForms(folder: string, source: SiteSource): void {
  const site = loadPublishedSite(source);
  const finish = startFinishing(site, source.cache);
  const write = (files: PublishedFiles) => {
    for (const [address, text] of files)
      writeFileSync(join(folder, decodeURI(address.slice(source.base.length))), text);
  };
  const forms = new Map<string, PageForms>();
  for (const file of globSync('**/*.html', { cwd: folder }).toSorted()) {
    const page = readPage(folder, file, source.base);
    const { html, forms: pageForms } = finish(page);
    writeFileSync(join(folder, file), html);
    if (pageForms === undefined) continue;
    write(listPageFiles(page.address, pageForms));
    forms.set(page.address, { ...pageForms, pictures: new Map() });
  }
  write(listSiteFiles(site, forms));
}

const pageFile = /^(.*\/)(?:index\.md|fig-[\w-]+\.svg)$/;
const siteFile = /\/(?:feed\.(?:xml|json)|llms(?:-full)?\.txt)$/;

/** Builds the file at `address` from the pages of the server at `host`; undefined if no page has such a file. */
async function findForm(
  address: string,
  source: SiteSource,
  host: string,
): Promise<string | undefined> {
  const [, own] = pageFile.exec(address) ?? [];
  if (own === undefined && !siteFile.test(address)) return undefined;
  const site = loadPublishedSite(source);
  const build = async (page: string): Promise<PageForms> => {
    const response = await fetch(new URL(page, host));
    return buildPageForms(parsePage(page, await response.text()), site);
  };
  if (own !== undefined) {
    const isPage = site.site.pages.some((page) => page.address === own);
    return isPage ? listPageFiles(own, await build(own)).get(address) : undefined;
  }
  const forms = new Map<string, PageForms>();
  for (const entry of site.site.entries) forms.set(entry.address, await build(entry.address));
  return listSiteFiles(site, forms).get(address);
}
