import { refine } from '../../figures/optimizer-or-lookup/core.ts';
import type { parameters } from '../../figures/optimizer-or-lookup/parameters.ts';
import type { Values } from '../../figures/shared/parameter.ts';
import type { Answer, Question } from './compute.ts';

let newest = 0;

/** Answers with ever better results, until there is a newer question. */
addEventListener('message', ({ data }: MessageEvent<Question>) => {
  newest = data.number;
  void answer(data);
});

/** There is one figure whose numbers take long. */
async function answer({ number, values }: Question): Promise<void> {
  let last: Answer | undefined;
  const asked = values as Values<typeof parameters>;
  for (const result of refine(asked)) {
    last = { number, result, isLast: false };
    postMessage(last);
    // A newer question is heard only between two turns.
    await new Promise((resolve) => setTimeout(resolve));
    if (number !== newest) return;
  }
  // That it was the last is known only now.
  if (last) postMessage({ ...last, isLast: true });
}
