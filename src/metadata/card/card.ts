import type { PaperView } from '../../model/paper.ts';
import type { Frame } from '../../model/site.ts';
import type { ThreadView } from '../../model/thread.ts';

/** What is drawn beside the title. */
export type Figure =
  | { kind: 'plates'; architectures: { name: string; mixing: Mixing }[] }
  | { kind: 'descent' }
  | { kind: 'mark' };

type Mixing = NonNullable<ThreadView['architectures']>['items'][number]['mixing'];

/** What the social card of a page says. */
export interface Card {
  /** Whose page it is: the author, where set, and the site. */
  source: string;
  /** What the page is about, as `Thread`. */
  kind?: string;
  title: string;
  /** Where it stands, and since when. */
  facts?: string;
  /** The sign of a paper's status, before what it stands for. */
  sign?: 'disc' | 'ring' | 'struck';
  tags: string[];
  accent?: ThreadView['accent'];
  figure?: Figure;
}

/** What networks ask for, in pixels; they scale it down. */
export const cardSize = { width: 1200, height: 630 };

/** The most plates that still show what is in them. */
const mostPlates = 6;

/** The card of a thread: in its hue, with the drawing that stands for it. */
export function buildThreadCard(thread: ThreadView, frame: Frame): Card {
  const { title, badge, period, tags, accent, glyph, architectures } = thread;
  const { started, ended } = period;
  return {
    source: formatSource(frame),
    kind: 'Thread',
    title,
    facts: `${badge}, ${started.label} – ${ended?.label ?? 'Present'}`,
    tags: tags.map(({ label }) => label),
    accent,
    figure: chooseFigure(glyph, architectures?.items),
  };
}

function chooseFigure(
  glyph: ThreadView['glyph'],
  architectures: { name: string; mixing: Mixing }[] = [],
): Figure {
  if (architectures.length > 0)
    return { kind: 'plates', architectures: architectures.slice(0, mostPlates) };
  return { kind: glyph === 'gradient-descent' ? 'descent' : 'mark' };
}

/** The card of a paper; the title of one that does not stand any more says so first. */
export function buildPaperCard(paper: PaperView, frame: Frame): Card {
  const { title, publication, tags } = paper;
  const { status, isStanding, badge, line } = publication;
  return {
    source: formatSource(frame),
    kind: 'Paper',
    title,
    // The full name of a meeting, in brackets, is too much for a card.
    facts: status === 'draft' ? badge : line.replace(/ \(.*\)$/, ''),
    sign: !isStanding ? 'struck' : status === 'draft' ? 'ring' : 'disc',
    tags: tags.map(({ label }) => label),
  };
}

/** The card of a tag, and of each kind of what carries it. */
export function buildTagCard(label: string, frame: Frame): Card {
  return { ...buildPageCard(label, frame), kind: 'Tag' };
}

/** The card of any other page, of which its title says enough. */
export function buildPageCard(title: string, frame: Frame): Card {
  const site = title === frame.title ? frame.eyebrow : frame.title;
  return { source: formatSource(frame, site), title, tags: [], figure: { kind: 'mark' } };
}

function formatSource({ author, title }: Frame, site = title): string {
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
