/** Returns the name of an author as written: a text, or its parts in the order of speech. Empty if there is none. */
export function joinName(author: unknown): string {
  if (typeof author === 'string') return author.trim();
  if (typeof author !== 'object' || author === null) return '';
  const { name, literal, given, particle, family, suffix } = author as Record<string, unknown>;
  const whole = typeof literal === 'string' ? `{${literal}}` : name;
  const parts = typeof whole === 'string' ? [whole] : [given, particle, family, suffix];
  return parts
    .filter((part) => typeof part === 'string')
    .join(' ')
    .trim();
}
