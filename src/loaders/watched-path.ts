import { dirname } from 'node:path';
import type { LoaderContext } from 'astro/loaders';

/**
 * Reads a file or the files of a folder now, and again at each change while the site is being written.
 * What cannot be read then leaves the last good state; the check, which reads every change too, tells the
 * author why.
 */
export async function watchPath(
  { watcher, logger }: Pick<LoaderContext, 'watcher' | 'logger'>,
  path: string,
  read: () => Promise<void> | void,
): Promise<void> {
  await read();
  watcher?.add(path);
  for (const event of ['add', 'change', 'unlink'] as const)
    watcher?.on(event, (changed: string) => {
      if (changed !== path && dirname(changed) !== path) return;
      Promise.try(read).catch(() =>
        logger.warn('Not read anew; the report of the check says why.'),
      );
    });
}
