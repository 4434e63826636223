import { Worker } from 'node:worker_threads';
import type { CachePlace } from '../cache/file-cache.ts';
import type { Card } from '../metadata/card/card.ts';
import { listCards } from '../metadata/card/list.ts';
import type { SiteView } from '../model/site.ts';

/** The work of `card-thread.ts`, which answers with the PNG of each card. */
export interface CardWork {
  cards: Card[];
  /** Where cards of earlier builds are kept. */
  cache: CachePlace | undefined;
}

/**
 * Draws the cards of a site on a thread of their own, while its pages are bundled and rendered. Returns a
 * function that waits for their files, with their paths in the site.
 */
export function startDrawing(site: SiteView, cache?: CachePlace) {
  const named = listCards(site);
  const workerData: CardWork = { cards: named.map(({ card }) => card), cache };
  const thread = new Worker(new URL('card-thread.ts', import.meta.url), { workerData });
  // A build that fails does not wait for it.
  thread.unref();
  const drawn = new Promise<Uint8Array[]>((resolve, reject) => {
    thread
      .on('message', resolve)
      .on('error', reject)
      .on('exit', (code) => {
        reject(new Error(`The thread that draws cards ended with code ${code}.`));
      });
  });
  // An error is for the caller of the function below.
  drawn.catch(() => undefined);
  return async () => {
    thread.ref();
    const pictures = await drawn;
    return pictures.map((png, index) => [`cards/${named[index]?.name}.png`, png] as const);
  };
}
