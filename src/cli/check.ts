import { join } from 'node:path';
import { formatFaults, type Fault } from '../lib/fault.ts';
import { loadContent } from '../loaders/content.ts';
import { contentFiles, findSource } from '../loaders/files.ts';
import { checkRelations } from '../model/relations.ts';

export const projectFolder = join(import.meta.dirname, '../..');

/** What a look at `content/` found. */
export interface Findings {
  faults: Fault[];
  /** Settings that the author has not filled in, by their name in `content/site.yaml`. */
  unset: string[];
  /** How much was read, as `2 threads, 2 papers, 3 references`. */
  summary: string;
}

/** Reads all of `content/` below `root`, without a build, and finds every fault in every file. */
export function checkContent(root: string): Findings {
  const content = loadContent(root);
  const { threads, papers, keys, unset } = content;
  return {
    faults: [...content.faults, ...checkRelations(content)],
    unset,
    summary: [
      formatAmount(threads.length, 'thread'),
      formatAmount(papers.length, 'paper'),
      formatAmount(keys.length, 'reference'),
    ].join(', '),
  };
}

/** Checks the content of this project and prints what was found; says whether it can be built. */
export function checkProject(): boolean {
  const { faults, unset, summary } = checkContent(findSource(projectFolder));
  if (faults.length > 0) {
    console.error(`${formatFaults(faults)} Nothing was built.`);
    return false;
  }
  console.log(`Content checked: ${summary}; no faults.`);
  if (unset.length > 0)
    console.log(`Not set in ${contentFiles.site}, so not linked or shown: ${unset.join(', ')}.`);
  return true;
}

/** `npm run check` */
export function run(): number {
  return checkProject() ? 0 : 1;
}

function formatAmount(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
