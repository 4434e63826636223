import { dirname } from 'node:path';
import type { LoaderContext } from 'astro/loaders';

/**
 * Reads files or folders now and, in the dev server, at each change. If reading fails then, the
 * last good state remains; the check, which also reads every change, reports the reason.
 */
export async function watchPath(
  { watcher, logger }: Pick<LoaderContext, 'watcher' | 'logger'>,
  paths: string | readonly string[],
  read: () => Promise<void> | void,
): Promise<void> {
  await read();
  const watched = [paths].flat();
  watcher?.add([...watched]);
  for (const event of ['add', 'change', 'unlink'] as const)
    watcher?.on(event, (changed: string) => {
      if (!watched.includes(changed) && !watched.includes(dirname(changed))) return;
      Promise.try(read).catch(() =>
        logger.warn('Not updated. The report of the check has the reason.'),
      );
    });
}
