import type { Mixing } from '../lib/mixing.ts';
import type { GlyphName } from '../schema/entry.ts';

/** The small drawing of an entry: one that its author chose, the plates of its architectures, or its first letter. */
export type Glyph =
  { kind: GlyphName } | { kind: 'plates'; mixings: Mixing[] } | { kind: 'letter'; letter: string };

/** More plates than this would be too small to read. */
const mostPlates = 6;

export function findGlyph(
  title: string,
  name: GlyphName | undefined,
  mixings: readonly Mixing[] = [],
): Glyph {
  if (name !== undefined) return { kind: name };
  if (mixings.length > 0) return { kind: 'plates', mixings: mixings.slice(0, mostPlates) };
  return { kind: 'letter', letter: /[\p{L}\p{N}]\p{M}*/u.exec(title)?.[0] ?? '' };
}
