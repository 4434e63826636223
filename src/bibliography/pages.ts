/** Returns a volume without the word for it: “Vol. 12” and “n° 12” are “12”. */
export function readVolume(text: string): string {
  return text.replace(/^(?:vol(?:ume|\.)?|n[°º]|tome|t\.|bd\.?|band)\s*(?=\d)/i, '');
}

/** Returns a number without the word for it: “No. 3” is “3”. */
export function readNumber(text: string): string {
  return text.replace(/^(?:number|issue|no\.?|nr\.?|n[°º]|heft)\s*(?=\d)/i, '');
}

/** Returns the version in a note that says nothing else, as R writes it: “R package version 1.2.1”. */
export function readVersion(type: string, note: string): string {
  if (!/^(?:manual|misc|software|online|dataset)$/.test(type)) return '';
  return /^(?:\w+ package )?v(?:ersion|\.)?\s*(\d[\w.+-]*?)\.?$/i.exec(note)?.[1] ?? '';
}

/** The identifier of a program at the Astrophysics Source Code Library, in the place of pages. */
export const asclPages = /^(?:record\s*)?ascl:(\d{4}\.\d{3})$/i;

/** Pages without words and with dashes between them. ADS repeats the identifier of a work in their place. */
function readPages(text: string): string {
  const pages = text
    .replace(/^(?:pages?|pp?\.)\s*(?=\d)/i, '')
    .replace(/^arXiv:.*/i, '')
    .replace(asclPages, '')
    .replace(/^(?:nil|null|none|n\/a)$/i, '');
  if (!/[\p{L}\p{N}]/u.test(pages)) return '';
  // DBLP and Persée write a single page twice.
  return pages.replace(/(\w)\s*[-–—‐]+\s*(?=\w)/g, '$1–').replace(/^(\w+)–\1$/, '$1');
}

/** “Paper No. 308, 38” at MathSciNet: the number of an article, and the count of its pages. */
const article =
  /^(?:paper|article|art\.?)\s*(?:no\.?|id|number)\s*([\w.-]*\d\w*)(?:,\s*\d+(?:\s*pp)?\.?)?$/i;

/** The pages of a work, or the number of an article without them, which may stand in their place. */
export function readPlaces(
  pages: string,
  number: string,
): Record<'pages' | 'articleNumber', string> {
  const [, instead = ''] = article.exec(pages) ?? [];
  return {
    pages: instead === '' ? readPages(pages) : '',
    articleNumber: readPages(number) || instead,
  };
}
