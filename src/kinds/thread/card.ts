import { formatSource, type Card, type Figure } from '../../metadata/card/card.ts';
import type { Frame } from '../../model/site.ts';
import type { GridItem } from '../../model/grid.ts';
import type { ThreadView } from './view.ts';

/** More plates than this would be too small to read. */
const mostPlates = 6;

/** The card of a thread, in its accent colour and with its figure. */
export function buildThreadCard(thread: ThreadView, frame: Frame): Card {
  const { title, standing, tags, accent, glyph, architectures, grid } = thread;
  return {
    source: formatSource(frame),
    kind: frame.words.kinds.thread.label,
    title,
    facts: standing,
    tags: tags.map(({ label }) => label),
    accent,
    figure: chooseFigure(
      glyph,
      [architectures, grid].flatMap((section) => section?.items ?? []),
    ),
  };
}

function chooseFigure(glyph: ThreadView['glyph'], items: readonly GridItem[]): Figure {
  const plates = items
    .flatMap(({ name, mixing }) => (mixing ? [{ name: name.title, mixing }] : []))
    .slice(0, mostPlates);
  if (plates.length > 0) return { kind: 'plates', architectures: plates };
  return { kind: glyph.kind === 'gradient-descent' ? 'descent' : 'mark' };
}
