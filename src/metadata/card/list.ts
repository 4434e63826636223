import type { SiteView } from '../../model/site.ts';
import { cardName } from './address.ts';
import { buildPageCard, buildPaperCard, buildTagCard, buildThreadCard, type Card } from './card.ts';

/** A card, and what it is called. */
export interface NamedCard {
  name: string;
  card: Card;
}

/** Every card of the site. */
export function listCards({ frame, indexes, threads, papers, tags }: SiteView): NamedCard[] {
  const name = (address: string) => decodeURI(cardName(address, frame.home));
  return [
    { name: name(frame.home), card: buildPageCard(frame.title, frame) },
    ...Object.values(indexes).map(({ title, address }) => ({
      name: name(address),
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
