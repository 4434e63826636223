import type { EntryView } from '../../model/entry.ts';
import type { FreePage } from '../../model/free-page.ts';
import type { Frame, SiteView } from '../../model/site.ts';
import { findTextWords } from '../../words/words.ts';
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
  translations,
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
    ...[...freePages, ...entries].map((text) => ({
      name: name(text.address),
      card: { ...buildTextCard(text, frame), language: text.language ?? language },
    })),
    ...translations.map((text) => {
      const own = text.language ?? language;
      const words = findTextWords(own, frame.words);
      return {
        name: name(text.address),
        card: { ...buildTextCard(text, { ...frame, words }), language: own },
      };
    }),
    ...tags.map(({ label, address }) => ({
      name: name(address),
      card: { ...buildTagCard(label, frame), language },
    })),
  ];
  return accent === undefined
    ? cards
    : cards.map(({ name, card }) => ({ name, card: { accent, ...card } }));
}

function buildTextCard(text: EntryView | FreePage, frame: Frame): Card {
  return text.kind === 'page'
    ? buildPageCard(text.title, frame)
    : findForms(text).buildCard(text, frame);
}
