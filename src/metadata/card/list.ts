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
  const name = (address: string) => decodeURI(cardName(address, frame.home));
  return [
    { name: name(frame.home), card: buildPageCard(frame.title, frame) },
    ...[...lists, ...Object.values(indexes), ...freePages].map(({ title, address }) => ({
      name: name(address),
      card: buildPageCard(title, frame),
    })),
    ...entries.map((entry) => ({
      name: name(entry.address),
      card: findForms(entry).buildCard(entry, frame),
    })),
    ...tags.map(({ label, address }) => ({
      name: name(address),
      card: buildTagCard(label, frame),
    })),
  ];
}
