import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import type { Fault } from '../lib/fault.ts';
import { news, type News } from '../schema/news.ts';
import { parseFields } from './fields.ts';
import { contentFiles } from './files.ts';
import { expandFields, loadMacros } from './macros.ts';
import { readTextFile } from './text-file.ts';
import { watchPath } from './watched-path.ts';
import { parseYaml, type YamlSource } from './yaml.ts';

/** A list after remarks and the mark that begins a document. */
const list = /^(?:(?:---)?[ \t]*(?:#.*)?\n)*-\s/;

/** Reads the news below `root` as the field `news`. `source` is absent without the file. */
export function readNewsFile(root: string): { source?: YamlSource; faults: Fault[] } {
  const file = contentFiles.news;
  if (!existsSync(join(root, file))) return { faults: [] };
  const { text, faults } = readTextFile(root, file);
  if (text === undefined) return { faults };
  if (!list.test(text)) return { source: parseYaml(text, file), faults };
  // The name of the field stands in a line before the list.
  const lines = `news:\n${text.replace(/^---/m, '   ')}`;
  return { source: raise(parseYaml(lines, file)), faults };
}

/** Loads the news below `root`. Throws `ContentError` if they have faults. */
export function loadNews(root: string): News {
  const { source, faults } = readNewsFile(root);
  if (source === undefined && faults.length === 0) return [];
  return expandFields(parseFields(news, source, faults), loadMacros(root)).news;
}

/** Loads the news as a collection with one entry, `news`, which may be empty. */
export function newsFile() {
  return {
    name: 'news-file',
    async load(context) {
      const { config, store } = context;
      const root = fileURLToPath(config.root);
      await watchPath(context, join(root, contentFiles.news), () => {
        store.set({ id: 'news', data: { news: loadNews(root) } });
      });
    },
  } satisfies Loader;
}

/** Moves all places up by a line. */
function raise({ locate, span, ...source }: YamlSource): YamlSource {
  const move = <Place extends { line: number }>(place: Place): Place => ({
    ...place,
    line: Math.max(place.line - 1, 1),
  });
  return {
    ...source,
    locate: (...path) => move(locate(...path)),
    span: (...path) => {
      const place = span(...path);
      return place && move(place);
    },
    faults: source.faults.map(({ edits, ...fault }) => ({
      ...move(fault),
      ...(edits && { edits: edits.map(move) }),
    })),
  };
}
