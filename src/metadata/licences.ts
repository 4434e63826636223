import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Published packages that are not modules of a script: styles, the typefaces of `src/fonts/`, and Vite's code that
 * preloads modules.
 */
const published = [
  '@fontsource-variable/geist-mono',
  '@fontsource-variable/newsreader',
  'katex',
  'tailwindcss',
  'vite',
];

type Bundle = Record<string, { type: string; moduleIds?: string[] }>;

/**
 * Publishes the licences of all third-party code in one file: of each package with a module in the client scripts, and
 * of the packages above. Vite's own list lacks separate bundles such as the search worker.
 */
export function licences(): AstroIntegration {
  const folders = new Map<string, string>();
  const collect = (bundle: Bundle) => {
    for (const id of Object.values(bundle).flatMap(({ moduleIds = [] }) => moduleIds)) {
      const [folder, name] = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id) ?? [];
      if (folder !== undefined && name !== undefined) folders.set(name, folder);
    }
  };
  const plugin = {
    name: 'licences',
    applyToEnvironment: ({ name }: { name: string }) => name === 'client',
    generateBundle: (_: unknown, bundle: Bundle) => collect(bundle),
  };
  const inWorkers = { name: 'licences', generateBundle: plugin.generateBundle };
  return {
    name: 'licences',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plugin], worker: { plugins: () => [inWorkers] } } });
      },
      'astro:build:done': ({ dir }) => {
        for (const name of published)
          folders.set(name, dirname(findPackageJSON(name, import.meta.url) ?? ''));
        const target = join(fileURLToPath(dir), 'licences');
        mkdirSync(target, { recursive: true });
        const texts = Array.from(folders, ([name, folder]) => formatLicence(name, folder));
        writeFileSync(join(target, 'third-party.txt'), texts.toSorted().join('\n\n'));
      },
    },
  };
}

/** @throws Error where a package comes without its licence */
function formatLicence(name: string, folder: string): string {
  const file = readdirSync(folder).find((file) => /^(licen[cs]e|copying)/i.test(file));
  if (file === undefined) throw new Error(`The package ${name} has no file with its licence.`);
  // Vite's licence file also contains those of its own dependencies, which are not published.
  const [text = ''] = readFileSync(join(folder, file), 'utf8').split(/^# Licenses of bundled/m);
  return `${name}\n${'='.repeat(name.length)}\n\n${text.trim()}\n`;
}
