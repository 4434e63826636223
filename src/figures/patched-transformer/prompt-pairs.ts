import { dot } from '../shared/linear-algebra.ts';
import { seededRandom, type Random } from '../shared/random.ts';
import { drawPrompt, drawTasks, type Prompt } from './prompt.ts';
import { settings } from './settings.ts';
import { listStored } from './training.ts';

/** The difference between the prompts of a pair. */
export type Corruption = 'task' | 'shuffle' | 'query';

/** Whether prompts have one of the few stored tasks, on which both transformers were trained, or a new one. */
export type TaskKind = 'stored' | 'new';

/** Two prompts of as many tokens. */
export interface PromptPair {
  readonly clean: Prompt;
  readonly corrupted: Prompt;
}

/** How many pairs means are taken over. */
export const heldOut = 256;

/** The seed of all prompts that are shown. A test holds that its stream meets that of no training. */
export const heldOutSeed = 7;

/** Pairs of prompts that no training has read. */
export function drawPairs(kind: TaskKind, corruption: Corruption): PromptPair[] {
  const random = seededRandom(heldOutSeed);
  const stored = listStored(settings.few);
  return Array.from({ length: heldOut }, () => {
    const [task = [], other = []] =
      kind === 'stored' ? chooseTwo(random, stored) : drawTasks(random, 2, settings.few.dimension);
    const clean = drawPrompt(random, settings.few, task);
    return { clean, corrupted: corrupt(clean, corruption, other, random) };
  });
}

/** Draws two different items. */
function chooseTwo<T>(random: Random, all: readonly T[]): T[] {
  const first = Math.floor(all.length * random.uniform());
  const second = first + 1 + Math.floor((all.length - 1) * random.uniform());
  return [first, second % all.length].flatMap((index) => all.slice(index, index + 1));
}

/** The same prompt with the outputs of another task, with its outputs moved on by some pairs, or with another query. */
function corrupt(
  { inputs, outputs, query, task }: Prompt,
  corruption: Corruption,
  other: readonly number[],
  random: Random,
): Prompt {
  const fresh = drawTasks(random, 1, query.length)[0] ?? [];
  const turn = 1 + Math.floor((outputs.length - 1) * random.uniform());
  switch (corruption) {
    case 'task': {
      const changed = outputs.map((output, i) => {
        const input = inputs[i] ?? [];
        return output + dot(other, input) - dot(task, input);
      });
      return { inputs, outputs: changed, query, task: other, target: dot(other, query) };
    }
    case 'shuffle': {
      const moved = outputs.map((_, i) => Number(outputs[(i + turn) % outputs.length]));
      return { inputs, outputs: moved, query, task, target: dot(task, query) };
    }
    case 'query':
      return { inputs, outputs, query: fresh, task, target: dot(task, fresh) };
  }
}
