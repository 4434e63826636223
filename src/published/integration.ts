import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { formatContentType, findMediaType } from '../lib/media-types.ts';
import { listPublishedFiles, readPublishedFile } from '../loaders/attachments/list.ts';
import { photoPath, photoSizes } from '../lib/photo.ts';
import { scalePhoto } from '../loaders/images/photo.ts';
import { listCards } from '../metadata/card/list.ts';
import { withBase } from '../model/address.ts';
import { startDrawing } from './cards.ts';
import { startFinishing } from './finished-page.ts';
import {
  buildPageForms,
  listPageFiles,
  listSiteFiles,
  type PublishedFiles,
  type PageForms,
} from './forms.ts';
import { parsePage, readPage } from './page.ts';
import { writeRedirects } from './redirects.ts';
import { loadPublishedSite, type PublishedSite, type SiteSource } from './site.ts';

/**
 * Finishes the pages that Astro wrote, and writes every file that is made from them: Markdown twins, files for language
 * models, feeds, pictures of figures, and social cards. During `dev`, builds such a file on request.
 */
export function publishForms(source: SiteSource): AstroIntegration {
  let begun: { site: PublishedSite; waitForCards: ReturnType<typeof startDrawing> } | undefined;
  return {
    name: 'published-forms',
    hooks: {
      'astro:build:start': () => {
        const site = loadPublishedSite(source);
        begun = { site, waitForCards: startDrawing(site.site, source.cache) };
      },
      'astro:build:done': async ({ dir }) => {
        if (begun === undefined) throw new Error('astro:build:start did not run.');
        const folder = fileURLToPath(dir);
        writeForms(folder, begun.site, source);
        writeFiles(folder, source.root);
        writeRedirects(folder, begun.site);
        for (const [path, png] of await begun.waitForCards()) writeFile(folder, path, png);
        for (const size of begun.site.photo === undefined ? [] : photoSizes)
          writeFile(folder, photoPath(size), await makePhoto(begun.site, size, source));
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const { localAddress = 'localhost', localPort } = request.socket;
          const host = localAddress.includes(':') ? `[${localAddress}]` : localAddress;
          // Vite removes the base path from `url`.
          const address = request.originalUrl?.split('?')[0] ?? '/';
          const type = formatContentType(findMediaType(address));
          const send = (body: string | Uint8Array) =>
            response.setHeader('Content-Type', type).end(body);
          const file = findFile(address, source);
          if (file !== undefined) send(file);
          else
            findForm(address, source, `http://${host}:${localPort}`).then((form) => {
              if (form === undefined) next();
              else send(form);
            }, next);
        });
      },
    },
  };
}

function writeForms(folder: string, site: PublishedSite, source: SiteSource): void {
  const scripts = globSync('**/*.js', { cwd: folder })
    // A folder of the author can be named d3.js.
    .filter((file) => statSync(join(folder, file)).isFile())
    .toSorted();
  const texts = scripts.map((file) => readFileSync(join(folder, file), 'utf8'));
  const finish = startFinishing(site, texts.join('\n'), source.cache);
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

/** Writes the files of the author that pages link to. */
function writeFiles(folder: string, root: string): void {
  for (const file of listPublishedFiles(root))
    writeFile(folder, file.path, readPublishedFile(root, file));
}

/** Makes a copy of the photograph of the author. */
async function makePhoto({ photo = '' }: PublishedSite, size: number, source: SiteSource) {
  return await scalePhoto(source.root, photo, size, source.cache);
}

function writeFile(folder: string, path: string, bytes: Uint8Array): void {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
}

/** Reads the author's file at `address`; undefined if there is none. */
function findFile(address: string, { root, base }: SiteSource): Uint8Array | undefined {
  const isAtRoot = !address
    .slice(base.length)
    .replace(/^files\//, '')
    .includes('/');
  if (!/\/[^/]+\/[^/]+\/.*\.[^/]+$/.test(address) && !(isAtRoot && /\.\w+$/.test(address)))
    return undefined;
  const isIt = ({ path }: { path: string }) => withBase(base, encodeURI(path)) === address;
  const isOwner = (folder: string) => address.startsWith(withBase(base, folder));
  const file = listPublishedFiles(root, isOwner).find(isIt);
  return file && readPublishedFile(root, file);
}

const pageFile = /^(.*\/)(?:index\.md|fig-[\w-]+(?:\.poster)?\.svg)$/;
const siteFile = /\/(?:feed\.(?:xml|json)|llms(?:-full)?\.txt)$/;

/** Builds the file at `address`, from the pages of the server at `host` where it is made from pages; undefined if there is none. */
async function findForm(
  address: string,
  source: SiteSource,
  host: string,
): Promise<string | Uint8Array | undefined> {
  const [, own] = pageFile.exec(address) ?? [];
  const isCard = address.startsWith(`${source.base}cards/`);
  const size = photoSizes.find((one) => withBase(source.base, photoPath(one)) === address);
  if (own === undefined && !isCard && size === undefined && !siteFile.test(address))
    return undefined;
  const site = loadPublishedSite(source);
  if (size !== undefined) return site.photo && (await makePhoto(site, size, source));
  if (isCard) {
    const isIt = ({ name }: { name: string }) =>
      encodeURI(`${source.base}cards/${name}.png`) === address;
    const named = listCards(site.site).find(isIt);
    // Faces and shaping are loaded only where a card is drawn.
    const { renderCard } = await import('../metadata/card/image.ts');
    return named && (await renderCard(named.card));
  }
  const build = async (page: string): Promise<PageForms> => {
    const response = await fetch(new URL(page, host));
    return buildPageForms(parsePage(page, await response.text()), site);
  };
  if (own !== undefined) {
    const isPage = site.site.pages.some((page) => page.address === own);
    return isPage ? listPageFiles(own, await build(own)).get(address) : undefined;
  }
  const forms = new Map<string, PageForms>();
  for (const { address } of [...site.site.entries, ...site.site.freePages])
    forms.set(address, await build(address));
  return listSiteFiles(site, forms).get(address);
}
