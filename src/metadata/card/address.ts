/**
 * The address of the card of the page at `address`, on a site whose first page is at `home`:
 * `/portfolio/papers/titan/` → `/portfolio/cards/papers/titan.png`. The pages of one tag share a card.
 */
export function cardAddress(address: string, home: string): string {
  return `${home}cards/${cardName(address, home)}.png`;
}

/** The path of the card below the folder of cards, without its extension. */
export function cardName(address: string, home: string): string {
  const page = address.slice(home.length).replace(/\/$/, '');
  return page.replace(/^(tags\/[^/]+)\/.*/, '$1') || 'index';
}
