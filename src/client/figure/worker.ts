import type { HeavyFigure } from '../../figures/shared/interactive-figure.ts';
import type { Answer, Question } from './compute.ts';

const refiners = import.meta.glob<HeavyFigure['refine']>('./*/worker.ts', {
  base: '../../figures/',
  import: 'refine',
  eager: true,
});

let newest = 0;

/** Answers with ever better results, until there is a newer question. */
addEventListener('message', ({ data }: MessageEvent<Question>) => {
  newest = data.number;
  void answer(data);
});

async function answer({ number, folder, values, input }: Question): Promise<void> {
  let last: Answer | undefined;
  for (const result of refiners[`./${folder}/worker.ts`]?.(values, input) ?? []) {
    last = { number, result, isLast: false };
    postMessage(last);
    // The worker hears a newer question only between two turns.
    await new Promise((resolve) => setTimeout(resolve));
    if (number !== newest) return;
  }
  // Only now is it known that this result was the last.
  if (last) postMessage({ ...last, isLast: true });
}
