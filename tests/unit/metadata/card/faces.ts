import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fontsFolder } from '../../../../src/cli/subset-fonts.ts';
import { loadFaces } from '../../../../src/metadata/card/faces.ts';
import { readPalettes } from '../../../../src/metadata/palette.ts';

const require = createRequire(import.meta.url);
const readOwn = (...names: string[]) =>
  names.map((name) => readFileSync(join(fontsFolder, `${name}.ttf`)));
const readKatex = (...names: string[]) =>
  names.map((name) => readFileSync(require.resolve(`katex/dist/fonts/KaTeX_${name}.ttf`)));

/** The faces that the build draws cards with. */
export const faces = loadFaces({
  display: readOwn('card-display', 'card-display-latin-ext'),
  label: readOwn('card-label', 'card-label-latin-ext'),
  symbols: readKatex('Main-Regular', 'Math-Italic'),
});

const theme = readFileSync(join(import.meta.dirname, '../../../../src/styles/theme.css'), 'utf8');

/** The colours that cards have. */
export const palette = readPalettes(theme).light;

/** The box around the points of path data, the control points of its curves among them. */
export function findBox(path: string) {
  const numbers = Array.from(path.matchAll(/-?[\d.]+/g), ([number]) => Number(number));
  const xs = numbers.filter((_, index) => index % 2 === 0);
  const ys = numbers.filter((_, index) => index % 2 === 1);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}
