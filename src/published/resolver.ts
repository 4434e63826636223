/** Placeholder host for a site without an address. */
const noHost = 'https://host.invalid';

/** Resolves addresses on the page at `page` for use elsewhere: absolute, or root-relative if the origin is unknown. */
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
