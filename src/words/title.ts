import type { Words } from './words.ts';

/** The words before the title of an entry: the status of a withdrawn or retracted paper. */
export function openTitle(status: string, { paper }: Words): string {
  return paper.notices[status] ?? '';
}
