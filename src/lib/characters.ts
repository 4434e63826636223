/**
 * Invisible characters that nobody types: controls, replacements for unreadable bytes, zero-width
 * spaces and letters, tags. Joiners and direction marks are not included, since some scripts need
 * them.
 */
export const unreadable =
  /[\0-\x08\v-\x1f\x7f-\x9f\u115f\u1160\u17b4\u17b5\u200b\u2028\u2029\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffd\p{Noncharacter_Code_Point}\p{Cs}\u{1d173}-\u{1d17a}\u{e0000}-\u{e007f}]/gu;

/** Characters without width or meaning, which come with text from a PDF or a web page. */
export const invisible = /[\u200b\u2060\ufeff]/g;

/** Removes from BibTeX what cannot be seen: a soft hyphen in it comes from the end of a printed line. */
export function removeInvisible(bib: string): string {
  return bib.replace(invisible, '').replaceAll('\u00ad', '');
}

/** Overrides of text direction: after them, readers see other words than machines do. */
export const turning = /[\u202a-\u202e]/gu;

/** Returns the index of an unmatched isolate mark in `text`, or -1. */
export function findOpenIsolate(text: string): number {
  const open: number[] = [];
  for (const { 0: mark, index } of text.matchAll(/[\u2066-\u2069]/g)) {
    if (mark !== '\u2069') open.push(index);
    else if (open.pop() === undefined) return index;
  }
  return open.at(-1) ?? -1;
}

/** Formats a code point as in Unicode: `U+202E`. */
export function formatCodePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
