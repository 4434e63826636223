import { loadTypeface, type Typeface } from './typeface.ts';

/** The typefaces of a card. */
export interface Faces {
  display: Typeface;
  label: Typeface;
}

/** The letter spacing of the largest titles of the site, in em. */
const displayTracking = -0.03;

/** Loads the typefaces from font files. `symbols` has the Greek letters and mathematical signs that the others lack. */
export function loadFaces(files: Record<'display' | 'label' | 'symbols', Uint8Array[]>): Faces {
  return {
    display: loadTypeface([...files.display, ...files.symbols], displayTracking),
    label: loadTypeface([...files.label, ...files.symbols]),
  };
}
