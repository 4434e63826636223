import { loadTypeface, type Typeface } from './typeface.ts';

/** The typefaces of a card. */
export interface Faces {
  display: Typeface;
  label: Typeface;
}

/** The letter spacing of the largest titles of the site, in em. */
const displayTracking = -0.03;

/**
 * Loads the typefaces from font files. `others` has the letters and signs that both may lack: Greek, Cyrillic and the
 * signs of mathematics.
 */
export function loadFaces(files: Record<'display' | 'label' | 'others', Uint8Array[]>): Faces {
  return {
    display: loadTypeface([...files.display, ...files.others], displayTracking),
    label: loadTypeface([...files.label, ...files.others]),
  };
}
