/**
 * What a link of the navigation is to the page at `address`: `page` if it leads there, `true` if it leads
 * to the part of the site that the page belongs to. Threads belong to the first page, `home`.
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
