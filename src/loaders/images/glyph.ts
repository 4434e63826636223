import { sanitizeSvg } from './svg.ts';
import type { ImageDefect } from './formats.ts';

/** The most bytes of a glyph. It is a part of each page that has it, also of the first one. */
const mostBytes = 2_000;

const shapes = 'svg g path rect circle ellipse line polyline polygon';
const noColour = /^(?:none|transparent|inherit|currentcolor)$/i;
/** Each colour of a fill or a stroke, as an attribute or in a style. */
const colours = /(?<=\b(?:fill|stroke)(?:="|:\s*))[^";]+/g;

/** A drawing as a glyph, or its defect; neither if it cannot be published at all. */
interface OwnGlyph {
  svg?: string;
  defect?: ImageDefect & { rule: 'bad-image' | 'too-large' };
}

/**
 * Makes a glyph of a drawing: its shapes alone. If they have one colour, they take that of the text; otherwise they keep
 * their own.
 */
export function buildOwnGlyph(bytes: Uint8Array): OwnGlyph {
  const { svg: safe } = sanitizeSvg(bytes);
  if (safe === undefined) return {};
  const plain = safe
    .replaceAll(/<(title|desc|defs)\b[^>]*?(?:\/>|>[^]*?<\/\1>)/g, '')
    .replaceAll(/ (?:id|class|xmlns|xml:space|version)="[^"]*"/g, '')
    .replace(/^<svg[^>]*>/, (tag) => tag.replaceAll(/ (?:width|height)="[^"]*"/g, ''))
    .replaceAll(/>\s+</g, '><')
    .replaceAll(/\s*\/>/g, '/>')
    .trim();
  const names = Array.from(plain.matchAll(/<(\w+)/g), ([, name = '']) => name);
  const other = names.find((name) => !shapes.split(' ').includes(name));
  if (other !== undefined || /url\(|href="/.test(plain) || !plain.includes(' viewBox='))
    return {
      defect: {
        rule: 'bad-image',
        expected: `a drawing with a viewBox that has shapes alone${other === undefined ? '' : `; this one has <${other}>`}`,
        fix: 'Draw it with filled or stroked paths, without texts, pictures, gradients, masks and styles.',
      },
    };
  const used = new Set(plain.match(colours)?.filter((colour) => !noColour.test(colour)));
  const coloured =
    used.size > 1
      ? plain
      : plain.replaceAll(colours, (colour) => (noColour.test(colour) ? colour : 'currentColor'));
  const svg = /^<svg[^>]* fill=/.test(coloured)
    ? coloured
    : coloured.replace('<svg', '<svg fill="currentColor"');
  const size = Buffer.byteLength(svg);
  if (size <= mostBytes) return { svg };
  return {
    defect: {
      rule: 'too-large',
      expected: `a glyph of at most ${mostBytes} bytes, for each list has it too; this one has ${size}`,
      fix: 'Draw it with fewer points and digits.',
    },
  };
}
