import { readFileSync } from 'node:fs';
import { dropFaces } from './font-faces.ts';

const sheet = new URL('../styles/fonts.css', import.meta.url);

/** The upright faces of drawings. A face that stands in until a file has come has none itself. */
const families = /font-family: '(Newsreader( Display| Signs)?|Geist Mono)'/;

/** The upright faces of the site that set the letters of `text`, each with its file in it. */
export function embedFaces(text: string): string {
  const characters = new Set(Array.from(text, (letter) => letter.codePointAt(0) ?? 0));
  const styles = dropFaces(readFileSync(sheet, 'utf8'), characters);
  const faces = styles.match(/@font-face\s*\{[^}]*\}/g) ?? [];
  return faces
    .filter((face) => families.test(face) && !face.includes('italic'))
    .map((face) => `${embedFile(face).replace(/\s+/g, ' ')}\n`)
    .join('');
}

function embedFile(face: string): string {
  return face.replace(/url\('([^']*)'\)/, (_, path: string) => {
    const file = readFileSync(new URL(path, sheet));
    return `url(data:font/woff2;base64,${file.toString('base64')})`;
  });
}
