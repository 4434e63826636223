import { describeNearest, isMisspelling, nearest } from '../lib/nearest.ts';

/** Words of other sites for a status or a kind, in small letters. The first word that a list has is meant. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  arxiv: ['preprint', 'preprint-server'],
  biorxiv: ['preprint', 'preprint-server'],
  medrxiv: ['preprint', 'preprint-server'],
  ssrn: ['preprint', 'preprint-server'],
  'working paper': ['preprint'],
  'in preparation': ['draft'],
  'in progress': ['active', 'draft'],
  'work in progress': ['active', 'draft'],
  wip: ['active', 'draft'],
  ongoing: ['active', 'draft'],
  current: ['active'],
  open: ['active'],
  'on hold': ['paused'],
  archived: ['completed'],
  closed: ['completed'],
  done: ['completed'],
  ended: ['completed'],
  finished: ['completed'],
  'in review': ['submitted'],
  'under review': ['submitted'],
  'under revision': ['submitted'],
  'in press': ['accepted'],
  'to appear': ['accepted'],
  forthcoming: ['accepted'],
  appeared: ['published'],
  online: ['published'],
  proceedings: ['conference'],
  inproceedings: ['conference'],
  symposium: ['conference'],
  meeting: ['conference'],
  ...{ 'invited talk': ['talk'], keynote: ['talk'], presentation: ['talk'], seminar: ['talk'] },
  ...{ lecture: ['talk'], tutorial: ['talk'], slides: ['talk'] },
  ...{ code: ['software'], package: ['software'], library: ['software'], tool: ['software'] },
  ...{ data: ['dataset'], 'data set': ['dataset'], corpus: ['dataset'], benchmark: ['dataset'] },
  ...{ weights: ['model'], checkpoint: ['model'] },
  article: ['journal', 'paper'],
  magazine: ['journal'],
};

/** Returns the word among `words` that `value` was meant to be, as the `nearest` field of a fault. */
export function describeNearestWord(value: string, words: readonly string[]): { nearest?: string } {
  const near = nearest(value, words);
  if (near !== undefined && isMisspelling(value, near, words)) return { nearest: near };
  const word = value
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');
  const meant = Object.hasOwn(synonyms, word) ? synonyms[word] : undefined;
  const synonym = meant?.find((one) => words.includes(one));
  return synonym === undefined ? describeNearest(value, words) : { nearest: synonym };
}
