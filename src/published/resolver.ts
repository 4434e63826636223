/** Stands for the host of a site that has no address yet. */
const noHost = 'https://host.invalid';

/**
 * Says how an address on the page at `page` is written away from it: whole, or from the root of the host
 * while that is not known.
 */
export function buildResolver(
  page: string,
  origin: string | undefined,
): (address: string) => string {
  const base = new URL(page, origin ?? noHost);
  return (address) => {
    const { href } = new URL(address, base);
    return href.startsWith(`${noHost}/`) ? href.slice(noHost.length) : href;
  };
}
