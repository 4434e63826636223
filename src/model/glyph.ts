import type { Mixing } from '../lib/mixing.ts';
import { glyphs, type GlyphName } from '../schema/entry.ts';

/**
 * The small drawing of an entry: one that its author chose or drew, the plates of its architectures, or its first
 * letter.
 */
export type Glyph =
  | { kind: GlyphName }
  | { kind: 'own'; svg: string }
  | { kind: 'plates'; mixings: Mixing[] }
  | { kind: 'letter'; letter: string };

/** More plates than this would be too small to read. */
const mostPlates = 6;

/** `chosen` is the name of a drawing of the site, or the markup of one of the author. */
export function findGlyph(
  title: string,
  chosen: string | undefined,
  mixings: readonly Mixing[] = [],
): Glyph {
  const name = glyphs.find((glyph) => glyph === chosen);
  if (name !== undefined) return { kind: name };
  if (chosen?.startsWith('<svg')) return { kind: 'own', svg: chosen };
  if (mixings.length > 0) return { kind: 'plates', mixings: mixings.slice(0, mostPlates) };
  return { kind: 'letter', letter: /[\p{L}\p{N}]\p{M}*/u.exec(title)?.[0] ?? '' };
}
