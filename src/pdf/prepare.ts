/** How a page is made ready for paper. */
export interface Preparation {
  /** Whether the address that the page has here is the one at which it is published. */
  isPublished: boolean;
  /** What an element begins its description with that is a formula. */
  formulaMark: string;
}

/** What the file of a page says of itself. */
export interface PageFacts {
  title: string;
  /** All its headings, in reading order: as the outline is to have them, and as the browser prints them there. */
  headings: { title: string; printed: string }[];
  description: string;
  authors: string[];
  updated?: string;
}

/**
 * Makes the page that is open ready for paper, and reads what its file is to say of itself. Runs in the
 * browser, and so holds all that it needs.
 */
export async function preparePage({ isPublished, formulaMark }: Preparation): Promise<PageFacts> {
  const find = <Found extends Element>(selector: string) =>
    Array.from(document.querySelectorAll<Found>(selector));
  const { hash, href, origin } = location;
  const own = href.slice(0, href.length - hash.length);

  // A page whose address is not known yet is in no place from which others could be reached.
  if (!isPublished)
    for (const link of find<HTMLAnchorElement>('a[href]'))
      if (link.origin === origin && link.href.split('#')[0] !== own) link.removeAttribute('href');

  // A formula is drawn for the eye, and beside it stands MathML for those who do not see it. A PDF cannot
  // hold that: it describes what is drawn, for which the author's TeX is as exact.
  for (const formula of find('.katex')) {
    const drawn = formula.querySelector('.katex-html');
    const tex = formula.querySelector('annotation')?.textContent.trim() ?? '';
    formula.querySelector('.katex-mathml')?.remove();
    drawn?.removeAttribute('aria-hidden');
    drawn?.setAttribute('role', 'img');
    drawn?.setAttribute('aria-label', formulaMark + tex);
  }

  /** The words of a heading, with `write` in place of what is drawn of a formula. */
  const read = (heading: Element, write: (tex: string, drawn: string) => string) => {
    const copy = heading.cloneNode(true) as Element;
    for (const drawn of copy.querySelectorAll('.katex-html')) {
      const tex = drawn.ariaLabel?.slice(formulaMark.length) ?? '';
      drawn.replaceWith(write(tex, drawn.textContent));
    }
    return copy.textContent.trim();
  };
  const headings = find('h1, h2, h3, h4, h5, h6').map((heading) => ({
    title: read(heading, (tex) => tex),
    printed: read(heading, (tex, drawn) => formulaMark + tex + drawn),
  }));
  const title = headings[0]?.title ?? document.title;
  const place = isPublished ? decodeURI(own).replace(/^https?:\/\//, '') : '';
  const foot = (text: string) => `@bottom-left { content: ${JSON.stringify(text)} }`;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page { ${foot(title)} } @page :first { ${foot(place)} }`);
  document.adoptedStyleSheets.push(sheet);

  const images = find<HTMLImageElement>('img');
  for (const image of images) image.loading = 'eager';
  // Who gives the page its files knows which are not there.
  await Promise.allSettled([document.fonts.ready, ...images.map((image) => image.decode())]);

  const listMeta = (name: string) =>
    find<HTMLMetaElement>(`meta:is([name="${name}"], [property="${name}"])`).map(
      ({ content }) => content,
    );
  const [updated] = listMeta('article:modified_time');
  return {
    title,
    headings,
    description: listMeta('description').join(' '),
    authors: listMeta('author'),
    ...(updated !== undefined && { updated }),
  };
}
