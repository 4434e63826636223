export interface Preparation {
  /** Whether the page has its published address. */
  isPublished: boolean;
  /** The prefix of the description of a formula. */
  formulaMark: string;
}

/** The facts about a page that go into its PDF. */
export interface PdfFacts {
  title: string;
  /**
   * All headings in reading order: the title for the outline, and the text that the browser prints
   * there.
   */
  headings: { title: string; printed: string }[];
  description: string;
  authors: string[];
  updated?: string;
  /** The language of a drawing, which the browser does not write. */
  language?: string;
}

/**
 * Prepares the open page for print and returns its facts. Runs in the browser, so it cannot refer
 * to anything outside.
 */
export async function preparePage({ isPublished, formulaMark }: Preparation): Promise<PdfFacts> {
  const find = <Found extends Element>(selector: string) =>
    Array.from(document.querySelectorAll<Found>(selector));
  const { hash, href, origin } = location;
  const own = href.slice(0, href.length - hash.length);

  // Without a published address, links to other pages of the site would lead nowhere.
  if (!isPublished)
    for (const link of find<HTMLAnchorElement>('a[href]'))
      if (link.origin === origin && link.href.split(/[?#]/)[0] !== own)
        link.removeAttribute('href');
      else if (link.classList.contains('state-link')) link.href = link.hash;

  // KaTeX writes a drawing for the eye and MathML for screen readers. A PDF cannot hold MathML:
  // the author's TeX, just as exact, describes the drawing.
  for (const formula of find('.katex')) {
    const drawn = formula.querySelector('.katex-html');
    const tex = formula.querySelector('annotation')?.textContent.trim() ?? '';
    formula.querySelector('.katex-mathml')?.remove();
    drawn?.removeAttribute('aria-hidden');
    drawn?.setAttribute('role', 'img');
    drawn?.setAttribute('aria-label', formulaMark + tex);
  }

  /** Returns the words of a heading. `write` replaces each drawn formula. */
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
  const listMeta = (name: string) =>
    find<HTMLMetaElement>(`meta:is([name="${name}"], [property="${name}"])`).map(
      ({ content }) => content,
    );
  // A title with marks is in plain characters in the head.
  const isMarked = document.querySelector('h1 :is(.katex, sub, sup)') !== null;
  const [plain] = isMarked ? listMeta('og:title') : [];
  const title = plain ?? headings[0]?.title ?? document.title;
  const place = isPublished ? decodeURI(own).replace(/^https?:\/\//, '') : '';
  const foot = (text: string) => `@bottom-left { content: ${JSON.stringify(text)} }`;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page { ${foot(title)} } @page :first { ${foot(place)} }`);
  document.adoptedStyleSheets.push(sheet);

  const images = find<HTMLImageElement>('img');
  for (const image of images) image.loading = 'eager';
  // The server of these files reports missing ones.
  await Promise.allSettled([document.fonts.ready, ...images.map((image) => image.decode())]);

  const [updated] = listMeta('article:modified_time');
  return {
    title,
    headings,
    description: listMeta('description').join(' '),
    authors: listMeta('author'),
    ...(updated !== undefined && { updated }),
  };
}

/** Waits for the typefaces of the open poster and returns its facts. Runs in the browser, like `preparePage`. */
export async function preparePoster(): Promise<PdfFacts> {
  await document.fonts.ready;
  const { documentElement } = document;
  // A picture with a description; without it, a screen reader hears labels in the order of their places.
  documentElement.setAttribute('role', 'img');
  const description = documentElement.querySelector('desc')?.textContent ?? '';
  documentElement.setAttribute('aria-label', description);
  const language = documentElement.getAttribute('xml:lang') ?? '';
  return { title: document.title, headings: [], description, authors: [], language };
}
