import { loadTypeface, type Typeface } from './typeface.ts';

/** The faces of a card: for its title, and for what labels it. */
export interface Faces {
  display: Typeface;
  label: Typeface;
}

/** As the site sets its largest titles, in em. */
const displayTracking = -0.03;

/** The faces from their files; `symbols` hold what both others lack, Greek letters and the signs of mathematics. */
export function loadFaces(files: Record<'display' | 'label' | 'symbols', Uint8Array[]>): Faces {
  return {
    display: loadTypeface([...files.display, ...files.symbols], displayTracking),
    label: loadTypeface([...files.label, ...files.symbols]),
  };
}
