/** The size of a title on its own page. A long one would fill the first screen of a phone. */
export function sizeTitle(title: string): string {
  if (title.length > 140) return 'text-h4 md:text-h3';
  return title.length > 70 ? 'text-h3' : 'text-h2';
}

/** The size of a title in a list. */
export function sizeListedTitle(title: string): string {
  return title.length > 70 ? 'text-h4' : 'text-h3';
}
