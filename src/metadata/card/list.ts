import type { SiteView } from '../../model/site.ts';
import { cardName } from './address.ts';
import { buildPageCard, buildPaperCard, buildTagCard, buildThreadCard, type Card } from './card.ts';

/** A card, and what it is called. */
export interface NamedCard {
  name: string;
  card: Card;
}

/** The pages that list something, by the names of their cards. */
const indexes = {
  research: 'Threads',
  papers: 'Papers',
  references: 'References',
  tags: 'Tags',
  contents: 'Contents',
};

/** Every card of the site. */
export function listCards({ frame, threads, papers, tags }: SiteView): NamedCard[] {
  const name = (address: string) => decodeURI(cardName(address, frame.home));
  return [
    { name: name(frame.home), card: buildPageCard(frame.title, frame) },
    ...Object.entries(indexes).map(([name, title]) => ({
      name,
      card: buildPageCard(title, frame),
    })),
    ...threads.map((thread) => ({
      name: name(thread.address),
      card: buildThreadCard(thread, frame),
    })),
    ...papers.map((paper) => ({ name: name(paper.address), card: buildPaperCard(paper, frame) })),
    ...tags.map(({ label, address }) => ({
      name: name(address),
      card: buildTagCard(label, frame),
    })),
  ];
}
