import type { CitingText } from '../../model/citing-text.ts';
import { listGridSections } from '../../model/grid.ts';
import type { ThreadView } from './view.ts';
import type { Words } from '../../words/words.ts';

/** The sections of a thread's fields; its question is found with the thread itself. */
export function listSearchSections(
  {
    approach,
    phases,
    architectures,
    grid,
    analyses,
  }: Pick<ThreadView, 'approach' | 'phases' | 'architectures' | 'grid' | 'analyses'>,
  words: Words,
) {
  const describe = ({ title, summary }: { title: string; summary: CitingText }) =>
    `${title}: ${summary.plain}`;
  const field = (id: string, title = '', texts: string[] = []) =>
    texts.length === 0 ? [] : [{ id, title, text: texts.join(' ') }];
  return [
    ...field('approach', words.thread.approach, approach === undefined ? [] : [approach.plain]),
    ...field('phases', phases?.heading, phases?.items.map(describe)),
    ...field(
      'architectures',
      architectures?.heading,
      architectures?.items.map(({ name, family }) => `${name.title}: ${family.title}.`),
    ),
    ...listGridSections(grid),
    ...field('analyses', analyses?.heading, analyses?.items.map(describe)),
  ];
}
