import type { Nodes } from 'hast';
import { listClasses } from './tree.ts';

/** The characters that a page sets in the faces of the site. */
export function listCharacters(tree: Nodes, characters = new Set<number>()): Set<number> {
  if (tree.type === 'text')
    for (const character of tree.value) characters.add(character.codePointAt(0) ?? 0);
  // A formula has faces of its own.
  const isLeftOut =
    tree.type === 'element' &&
    (/^(script|style)$/.test(tree.tagName) || listClasses(tree).includes('katex'));
  if ('children' in tree && !isLeftOut)
    for (const child of tree.children) listCharacters(child, characters);
  return characters;
}

const anyFace = /@font-face\s*\{[^}]*\}/g;

/** Removes the faces of a style sheet whose range has none of `characters`, or whose family none of its rules names. */
export function dropFaces(style: string, characters: ReadonlySet<number>): string {
  const sorted = Uint32Array.from(characters).toSorted();
  const isUsed = ([first, last]: Range) => {
    const next = sorted.find((one) => one >= first);
    return next !== undefined && next <= last;
  };
  const rules = style.replace(anyFace, '');
  return style.replace(anyFace, (face) => {
    const ranges = listRanges(face);
    if (ranges.length > 0) return ranges.some(isUsed) ? face : '';
    const [, family = ''] = /font-family:\s*["']?([^;"'}]+)/.exec(face) ?? [];
    return rules.includes(family) ? face : '';
  });
}

/** The first and the last character. */
type Range = [number, number];

/** The ranges of faces. Every page has the same faces. */
const known = new Map<string, Range[]>();

function listRanges(face: string): Range[] {
  const ranges =
    known.get(face) ?? Array.from(face.matchAll(/U\+([\dA-F?]+)(?:-([\dA-F]+))?/gi), readRange);
  known.set(face, ranges);
  return ranges;
}

/** Reads `U+A1`, `U+A1-A6` and `U+4??`. */
function readRange([, first = '', last = first]: string[]): Range {
  return [parseInt(first.replaceAll('?', '0'), 16), parseInt(last.replaceAll('?', 'F'), 16)];
}
