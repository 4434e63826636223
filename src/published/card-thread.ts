import { parentPort, workerData } from 'node:worker_threads';
import { remember } from '../cache/file-cache.ts';
import type { CardWork } from './cards.ts';

const { cards, cache } = workerData as CardWork;
const files: Uint8Array[] = [];
for (const card of cards)
  files.push(
    await remember(cache, ['card', JSON.stringify(card)], async () => {
      // Faces and shaping are loaded only where a card is drawn.
      const { renderCard } = await import('../metadata/card/image.ts');
      return await renderCard(card);
    }),
  );
parentPort?.postMessage(files);
