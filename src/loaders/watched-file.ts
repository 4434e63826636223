import type { LoaderContext } from 'astro/loaders';

/**
 * Reads a file now, and again whenever it changes while the site is being written. What cannot be read
 * then leaves the last good state; the check, which reads every change too, tells the author why.
 */
export async function watchFile(
  { watcher, logger }: Pick<LoaderContext, 'watcher' | 'logger'>,
  path: string,
  read: () => Promise<void> | void,
): Promise<void> {
  await read();
  watcher?.add(path);
  const follow = (changed: string) => {
    if (changed !== path) return;
    Promise.try(read).catch(() => logger.warn('Not read anew; the report of the check says why.'));
  };
  // A file over which another is renamed is added.
  watcher?.on('change', follow).on('add', follow);
}
