import type { Mixing } from '../../lib/mixing.ts';
import type { Frame } from '../../model/site.ts';
import type { Words } from '../../words/words.ts';

/** The figure beside the title. */
export type Figure =
  | { kind: 'plates'; architectures: { name: string; mixing: Mixing }[] }
  | { kind: 'descent' }
  | { kind: 'mark' };

/** The texts and figure of a social card. */
export interface Card {
  /** The author, if set, and the site. */
  source: string;
  /** The kind of the subject, such as `Tag`. */
  kind?: string;
  title: string;
  /** The language of the title and of the page, by which letters have their forms and lines their direction. */
  language?: string;
  /** Status and date. */
  facts?: string;
  /** The status mark before the facts. */
  sign?: 'disc' | 'ring' | 'struck';
  tags: string[];
  accent?: string;
  figure?: Figure;
}

/** The size in pixels that social networks recommend. */
export const cardSize = { width: 1200, height: 630 };

/** Every text of a card. */
export function listCardTexts({ source, kind = '', title, facts = '', tags }: Card): string[] {
  return [source, kind, title, facts, ...tags];
}

/** The language of a card; only cards of tests have none. */
export function findLanguage({ language = 'en' }: Card): string {
  return language;
}

/** The card of a tag page; the pages of one tag share it. */
export function buildTagCard(label: string, frame: Frame): Card {
  return { ...buildPageCard(label, frame), kind: frame.words.list.tag };
}

/** The card of a page that its title describes well enough. */
export function buildPageCard(title: string, frame: Frame): Card {
  const site = title === frame.title ? frame.eyebrow : frame.title;
  return { source: formatSource(frame, site), title, tags: [], figure: { kind: 'mark' } };
}

export function formatSource({ author, title }: Frame, site = title): string {
  return author === undefined || author === title ? site : `${author} · ${site}`;
}

/** The alt text of a card. */
export function describeCard(
  { source, kind, title, facts = '', figure }: Card,
  { language, quoted, format }: Words,
): string {
  const name = format(quoted, { text: title });
  const subject = kind === undefined ? name : `${kind} ${name}`;
  const sentences = [subject, facts, source].filter((text) => text !== '').map(endSentence);
  // Figures are described in English alone.
  const isDescribed = figure !== undefined && language.startsWith('en');
  return [...sentences, ...(isDescribed ? describeFigure(figure) : [])].join(' ');
}

function endSentence(text: string): string {
  return /[.?!…]$/.test(text) ? text : `${text}.`;
}

function describeFigure(figure: Figure): string[] {
  if (figure.kind === 'mark') return [];
  if (figure.kind === 'descent')
    return ['Drawn beside it: steps of gradient descent across the contours of a loss.'];
  const names = figure.architectures.map(({ name }) => name).join(', ');
  return [`Drawn beside it, in tones: how much each token takes from each other in ${names}.`];
}
