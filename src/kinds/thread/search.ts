import type { CitingText } from '../../model/citing-text.ts';
import type { GridItem } from './grid.ts';
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
    ...field('grid', grid?.heading, grid?.items.map(describeItem)),
    ...field('analyses', analyses?.heading, analyses?.items.map(describe)),
  ];
}

function describeItem({ name, family, text }: GridItem): string {
  const rest = [family, text].flatMap((part) => part?.title ?? []).join('. ');
  return rest === ''
    ? `${name.title}.`
    : `${name.title}: ${rest.replace(/[.!?]?$/, (end) => end || '.')}`;
}
