import { formatSource, type Card } from '../../metadata/card/card.ts';
import type { Frame } from '../../model/site.ts';
import type { OutputView } from './view.ts';

/** The card of an output. */
export function buildOutputCard({ label, title, line, tags }: OutputView, frame: Frame): Card {
  return {
    source: formatSource(frame),
    kind: label,
    title,
    ...(line !== '' && { facts: startSentence(line) }),
    tags: tags.map((tag) => tag.label),
  };
}

/** Sets the first letter as a capital. */
export function startSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
