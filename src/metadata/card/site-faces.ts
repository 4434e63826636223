import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { loadFaces, type Faces } from './faces.ts';
import { loadScriptFonts } from './script-fonts.ts';

const fonts = join(import.meta.dirname, '../../fonts');
const require = createRequire(import.meta.url);

const readOwn = (...names: string[]) =>
  names.map((name) => readFileSync(join(fonts, `card-${name}.ttf`)));

const readKatex = (...names: string[]) =>
  names.map((name) => readFileSync(require.resolve(`katex/dist/fonts/KaTeX_${name}.ttf`)));

const findFaces = loadFaces({
  display: readOwn('display', 'display-latin-ext', 'display-vietnamese'),
  label: readOwn('label', 'label-latin-ext', 'label-vietnamese'),
  labelCyrillic: readOwn('label-cyrillic'),
  signs: readKatex('Main-Regular', 'Math-Italic'),
});

/** Weights of other scripts that look like those of the light serif of titles and of labels. */
const weights = { display: 330, label: 500 };

/** The typefaces with the letters of a text in a language. */
export async function prepareFaces(text: string, language: string): Promise<Faces> {
  return findFaces({
    display: await loadScriptFonts(text, language, weights.display),
    label: await loadScriptFonts(text, language, weights.label),
  });
}
