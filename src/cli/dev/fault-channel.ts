import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Plugin, ViteDevServer } from 'vite';
import type { Fault } from '../../lib/fault.ts';
import type { ShownFault } from '../../client/fault-overlay.ts';
import { contentFiles, listEntries, listFiles } from '../../loaders/files.ts';
import { pagePaths } from '../../model/address.ts';

/** Sends the faults of the content to the pages that are open, and to those that are opened later. */
export interface FaultChannel {
  /** Sends these faults, found in the content below `root`, in place of the last. */
  tell: (faults: readonly Fault[], root: string) => void;
  /** For a server of Vite. */
  plugin: Plugin;
  /** For Astro: every page has the overlay. */
  integration: AstroIntegration;
}

/** The name by which pages import the overlay. */
export const overlayName = '#fault-overlay';

const overlay = join(import.meta.dirname, '../../client/fault-overlay.ts');

/** `source` is the folder that holds the author's own files, which an editor opens. */
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

/** The pages that a fault concerns, from the root of the site; nothing where it concerns all. */
function listPages({ file, line }: Fault, root: string): string[] | undefined {
  const ownPage = findPage(file);
  if (ownPage !== undefined) return [ownPage];
  if (file === contentFiles.site || !file.startsWith('content/')) return undefined;
  // A file that entries name: a picture, a table, or a work by its key.
  const isBibliography = file === contentFiles.references;
  const word = isBibliography ? findKey(join(root, file), line) : basename(file);
  const files = listFiles(root);
  const entries = [contentFiles.threads, contentFiles.papers]
    .flatMap((folder) => listEntries(files, folder))
    .filter((entry) => word && readFileSync(join(root, entry), 'utf8').includes(word));
  const pages = entries.flatMap((entry) => findPage(entry) ?? []);
  if (isBibliography) return [pagePaths.references(), ...pages];
  return pages.length > 0 ? pages : undefined;
}

/** The key of the work that a line of a bibliography belongs to; the file may be missing. */
function findKey(file: string, line: number): string | undefined {
  if (!existsSync(file)) return undefined;
  const above = readFileSync(file, 'utf8').split('\n').slice(0, line).join('\n');
  return [...above.matchAll(/@\w+\s*[{(]\s*([^\s,]+)/g)].at(-1)?.[1];
}

function findPage(file: string): string | undefined {
  const [, folder, slug = ''] = /^content\/(threads|papers)\/([^/]+)\.mdx$/.exec(file) ?? [];
  if (folder === undefined) return undefined;
  return folder === 'threads' ? pagePaths.thread(slug) : pagePaths.paper(slug);
}
