import { dirname } from 'node:path';
import type { LoaderContext } from 'astro/loaders';

/**
 * Reads a file or folder now and, in the dev server, at each change. If reading fails then, the
 * last good state remains; the check, which also reads every change, reports the reason.
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
        logger.warn('Not updated. The report of the check has the reason.'),
      );
    });
}
