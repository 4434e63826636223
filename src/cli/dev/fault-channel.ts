import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Plugin, ViteDevServer } from 'vite';
import type { Fault } from '../../lib/fault.ts';
import type { ShownFault } from '../../client/fault-overlay.ts';
import { contentFiles, parseEntryPath } from '../../loaders/files.ts';
import { hasFile, listAllEntries } from '../../loaders/own-entries.ts';
import { suggestSlug } from '../../lib/slug.ts';
import { pagePaths } from '../../model/address.ts';

/** Sends the faults of the content to open pages, and to pages opened later. */
export interface FaultChannel {
  /** Replaces the shown faults by those of the content below `root`. */
  tell: (faults: readonly Fault[], root: string) => void;
  /** For a Vite server. */
  plugin: Plugin;
  /** For Astro: adds the overlay to every page. */
  integration: AstroIntegration;
}

/** The import name of the overlay. */
export const overlayName = '#fault-overlay';

const overlay = join(import.meta.dirname, '../../client/fault-overlay.ts');

/** `source` is the folder of the author's own files, which the editor opens. */
export function createFaultChannel(source: string): FaultChannel {
  let shown: ShownFault[] = [];
  let server: ViteDevServer | undefined;
  const plugin: Plugin = {
    name: 'fault-channel',
    config: () => ({ resolve: { alias: { [overlayName]: overlay } } }),
    configureServer: (started) => {
      server = started;
      started.environments.client.hot.on('faults:ask', (_, client) => {
        client.send('faults', shown);
      });
    },
  };
  return {
    plugin,
    integration: {
      name: 'fault-channel',
      hooks: {
        'astro:config:setup': ({ injectScript, updateConfig }) => {
          injectScript('page', `import '${overlayName}';`);
          updateConfig({ vite: { plugins: [plugin] } });
        },
      },
    },
    tell: (faults, root) => {
      shown = faults.map((fault) => ({
        ...fault,
        path: join(source, fault.file),
        pages: listPages(fault, root),
      }));
      server?.environments.client.hot.send('faults', shown);
    },
  };
}

/** Returns the paths of the pages that a fault concerns, or undefined for all pages. */
function listPages({ file, line }: Fault, root: string): string[] | undefined {
  const ownPage = findPage(file);
  if (ownPage !== undefined) return [ownPage];
  if (file === contentFiles.news) return [pagePaths.home(), pagePaths.news()];
  if (file === contentFiles.site || !file.startsWith('content/')) return undefined;
  // A file that entries refer to: a picture, a table, or a work by its key.
  const isBibliography = file === contentFiles.references || file === contentFiles.own;
  const word = isBibliography ? findKey(join(root, file), line) : basename(file);
  const own = file === contentFiles.own ? suggestSlug(word ?? '') : undefined;
  const entries = listAllEntries(root).filter(
    (entry) =>
      (own !== undefined && basename(entry, '.mdx') === own) ||
      (word && hasFile(root, entry) && readFileSync(join(root, entry), 'utf8').includes(word)),
  );
  const pages = entries.flatMap((entry) => findPage(entry) ?? []);
  if (isBibliography) return [pagePaths.references(), ...pages];
  return pages.length > 0 ? pages : undefined;
}

/** Returns the key of the work at a line of a bibliography. The file may be missing. */
function findKey(file: string, line: number): string | undefined {
  if (!existsSync(file)) return undefined;
  const above = readFileSync(file, 'utf8').split('\n').slice(0, line).join('\n');
  return [...above.matchAll(/@\w+\s*[{(]\s*([^\s,]+)/g)].at(-1)?.[1];
}

function findPage(file: string): string | undefined {
  const entry = parseEntryPath(file);
  return entry && pagePaths.entry(entry.kind, entry.slug);
}
