import type { SiteView } from '../../model/site.ts';
import { cardName } from './address.ts';
import { findForms } from '../../kinds/forms.ts';
import { buildPageCard, buildTagCard, type Card } from './card.ts';

/** A card and its file name. */
export interface NamedCard {
  name: string;
  card: Card;
}

export function listCards({
  frame,
  indexes,
  lists,
  entries,
  freePages,
  tags,
}: SiteView): NamedCard[] {
  const { language, accent } = frame;
  const name = (address: string) => decodeURI(cardName(address, frame.home));
  const cards: NamedCard[] = [
    { name: name(frame.home), card: { ...buildPageCard(frame.title, frame), language } },
    ...[...lists, ...Object.values(indexes)].map(({ title, address }) => ({
      name: name(address),
      card: { ...buildPageCard(title, frame), language },
    })),
    ...freePages.map((page) => ({
      name: name(page.address),
      card: { ...buildPageCard(page.title, frame), language: page.language ?? language },
    })),
    ...entries.map((entry) => ({
      name: name(entry.address),
      card: { ...findForms(entry).buildCard(entry, frame), language: entry.language ?? language },
    })),
    ...tags.map(({ label, address }) => ({
      name: name(address),
      card: { ...buildTagCard(label, frame), language },
    })),
  ];
  return accent === undefined
    ? cards
    : cards.map(({ name, card }) => ({ name, card: { accent, ...card } }));
}
