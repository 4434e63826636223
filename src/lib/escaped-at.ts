/** Put between an @ and a word so that they do not form a citation. Removed before printing. */
export const guard = '\u2060';

/** Marks each escaped @ of a text, which still has its backslashes. */
export function guardEscapes(text: string): string {
  return text.replaceAll('\\@', `@${guard}`);
}

export function removeGuards(text: string): string {
  return text.replaceAll(`@${guard}`, '@');
}
