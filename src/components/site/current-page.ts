/**
 * Returns the `aria-current` of a navigation link on the page at `address`: `page` if it leads
 * there, `true` if it leads to the section that contains the page. Threads belong to the home
 * page, `home`.
 */
export function findCurrent(
  link: string,
  address: string,
  home: string,
): 'page' | 'true' | undefined {
  if (link === address) return 'page';
  const part = link === home ? `${home}research/` : link;
  return address.startsWith(part) ? 'true' : undefined;
}
