import { join } from 'node:path';
import { hashFolder } from '../cache/code-version.ts';
import { buildKey, readCached, writeCached, type CachePlace } from '../cache/file-cache.ts';
import type { SiteOptions } from './publish.ts';

/** The result of the cache that describes the last built site. */
const key = 'site';

/**
 * Returns functions that say whether the site in `target` is the one that a build would make, and that keep it as
 * such. It counts as another when anything changes that it is built from, or any of its files.
 */
export function rememberSite(cache: CachePlace, options: SiteOptions, target: string) {
  const { root, address, hasPdfs, complete, inspect } = options;
  const folders = ['content', 'public'].map((name) => hashFolder(join(root, name)));
  const source = buildKey(cache, 'site', JSON.stringify([address, hasPdfs]), ...folders);
  const describe = () => source + hashFolder(target);
  // PDFs and inspections do not depend on the content alone.
  const isPlain = complete === undefined && inspect === undefined;
  return {
    isCurrent: () => {
      const last = isPlain ? readCached(cache, key)?.toString() : undefined;
      // Where the source is another, the files of the site need not be read.
      return last?.startsWith(source) === true && last === describe();
    },
    keep: () => {
      if (isPlain) writeCached(cache, key, Buffer.from(describe()));
    },
  };
}
