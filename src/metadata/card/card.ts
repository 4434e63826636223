import type { Mixing } from '../../lib/mixing.ts';
import type { Frame } from '../../model/site.ts';

/** What is drawn beside the title. */
export type Figure =
  | { kind: 'plates'; architectures: { name: string; mixing: Mixing }[] }
  | { kind: 'descent' }
  | { kind: 'mark' };

/** What the social card of a page says. */
export interface Card {
  /** Whose page it is: the author, where set, and the site. */
  source: string;
  /** The kind of its subject, such as `Tag`. */
  kind?: string;
  title: string;
  /** Where it stands, and since when. */
  facts?: string;
  /** The sign of a status, before its words. */
  sign?: 'disc' | 'ring' | 'struck';
  tags: string[];
  accent?: string;
  figure?: Figure;
}

/** What networks ask for, in pixels; they scale it down. */
export const cardSize = { width: 1200, height: 630 };

/** The card of a tag, and of each kind of what carries it. */
export function buildTagCard(label: string, frame: Frame): Card {
  return { ...buildPageCard(label, frame), kind: 'Tag' };
}

/** The card of any other page, of which its title says enough. */
export function buildPageCard(title: string, frame: Frame): Card {
  const site = title === frame.title ? frame.eyebrow : frame.title;
  return { source: formatSource(frame, site), title, tags: [], figure: { kind: 'mark' } };
}

/** Names the author and the site. */
export function formatSource({ author, title }: Frame, site = title): string {
  return author === undefined || author === title ? site : `${author} · ${site}`;
}

/** The card in words, for who does not see it. */
export function describeCard({ source, kind, title, facts = '', figure }: Card): string {
  const subject = kind === undefined ? `“${title}”` : `${kind} “${title}”`;
  const sentences = [subject, facts, source].filter((text) => text !== '').map(endSentence);
  return [...sentences, ...(figure ? describeFigure(figure) : [])].join(' ');
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
