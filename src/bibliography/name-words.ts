/** A name in characters that have no initials, and need no space between its parts. */
export const unspacedWord =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+$/u;

/** DBLP tells namesakes apart by a number: “Jane Doe 0001”. */
export const namesakeNumber = /(?<=\p{L}\.?\}*) \d{4}$/u;

/** Groups whose names often lack the braces around them. */
export const groupName = /^[^,]+\s(?:collaboration|consortium)$/i;

/** A degree after a name is not printed. */
export const degree = /^(?:Ph\.?D|D\.?Phil|M\.?D|M\.?Sc)\.?$/i;

/** A title before a name is not printed. As an initial, it would look like a name. */
export const title =
  /^(?:(?:Dr|Prof|Dipl)\.?(?:-(?:Ing|Inf|Math|Phys)\.?)?|Professor|Mr\.?|Mrs\.?|Ms\.?|Sir|Dame)$/;

/** Whether one pair of braces encloses the whole name. */
export function isGroup(name: string): boolean {
  if (!name.startsWith('{')) return false;
  let depth = 0;
  for (let at = 0; at < name.length; at++) {
    if (name[at] === '{') depth++;
    if (name[at] === '}' && --depth === 0) return at === name.length - 1;
  }
  return false;
}
