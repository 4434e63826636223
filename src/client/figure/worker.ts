import type { HeavyFigure, InteractiveFigure } from '../../figures/shared/interactive-figure.ts';
import type { Answer, Question } from './compute.ts';

/** Each figure is fetched by the first question about it. */
const modules = import.meta.glob<Record<string, InteractiveFigure & Partial<HeavyFigure>>>(
  './*/figure.ts',
  { base: '../../figures/' },
);

let newest = 0;
/** The last result, and the values that it was computed for: in another width it is only drawn again. */
let kept: { key: string; result: unknown } | undefined;

/** Answers with ever better drawings, until there is a newer question. */
addEventListener('message', ({ data }: MessageEvent<Question>) => {
  newest = data.number;
  // The page hears of an error that is reported, and of no rejection.
  answer(data).catch(reportError);
});

async function answer({ number, folder, values, input, width }: Question): Promise<void> {
  const figure = await loadFigure(folder);
  // Of the questions that wait, only the newest is answered.
  if (!(await isNewest(number))) return;
  const post = (result: unknown, isLast: boolean) => {
    const drawing = figure.draw(result, values, input, width);
    postMessage({ number, drawing, isLast } satisfies Answer);
  };
  const key = JSON.stringify(values);
  if (figure.refine && key !== kept?.key)
    for (const result of figure.refine(values, input)) {
      post(result, false);
      if (!(await isNewest(number))) return;
      // Only after all of them is it known which one was the last.
      kept = { key: '', result };
    }
  else if (key !== kept?.key) kept = { key: '', result: figure.compute(values, input) };
  if (kept === undefined) throw new Error(`The figure “${folder}” has no result.`);
  kept.key = key;
  post(kept.result, true);
}

/** The figure of a folder: the one export of its module. */
async function loadFigure(folder: string): Promise<InteractiveFigure & Partial<HeavyFigure>> {
  const [figure] = Object.values((await modules[`./${folder}/figure.ts`]?.()) ?? {});
  if (figure === undefined) throw new Error(`There is no figure “${folder}”.`);
  return figure;
}

/** Lets the worker hear newer questions, which it does only between two turns. */
async function isNewest(number: number): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve));
  return number === newest;
}
