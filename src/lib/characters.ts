/**
 * What no one types and no one sees: controls, what stands for unreadable bytes, blanks and letters without
 * width, and tags. What joins and parts letters, or marks the direction of a word, is part of some scripts.
 */
export const unreadable =
  /[\0-\x08\v-\x1f\x7f-\x9f\u115f\u1160\u17b4\u17b5\u200b\u2028\u2029\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffd\p{Noncharacter_Code_Point}\p{Cs}\u{1d173}-\u{1d17a}\u{e0000}-\u{e007f}]/gu;

/** What turns the direction of all that follows: a reader then sees other words than a machine reads. */
export const turning = /[\u202a-\u202e]/gu;

/** The index of a mark that begins an isolated direction and has no end in `text`, or ends none; or -1. */
export function findOpenIsolate(text: string): number {
  const open: number[] = [];
  for (const { 0: mark, index } of text.matchAll(/[\u2066-\u2069]/g)) {
    if (mark !== '\u2069') open.push(index);
    else if (open.pop() === undefined) return index;
  }
  return open.at(-1) ?? -1;
}

/** A character as Unicode names it: `U+202E`. */
export function formatCodePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
