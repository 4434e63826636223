import { formatSource, type Card } from '../../metadata/card/card.ts';
import type { Frame } from '../../model/site.ts';
import type { PaperView } from './view.ts';

/** The card of a paper. The title of a withdrawn or retracted one begins with its status. */
export function buildPaperCard(paper: PaperView, frame: Frame): Card {
  const { title, publication, tags } = paper;
  const { status, isStanding, badge, line } = publication;
  return {
    source: formatSource(frame),
    kind: frame.words.kinds.paper.label,
    title,
    // The full name of a meeting, in brackets, is too much for a card.
    facts: status === 'draft' ? badge : line.replace(/ \(.*\)$/, ''),
    sign: !isStanding ? 'struck' : status === 'draft' ? 'ring' : 'disc',
    tags: tags.map(({ label }) => label),
  };
}
