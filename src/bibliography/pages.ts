/** Returns a volume without the word for it: “Vol. 12” is “12”. */
export function readVolume(text: string): string {
  return text.replace(/^vol(?:ume|\.)?\s*(?=\d)/i, '');
}

/** Returns a number without the word for it: “No. 3” is “3”. */
export function readNumber(text: string): string {
  return text.replace(/^(?:number|issue|no\.?|nr\.?)\s*(?=\d)/i, '');
}

/** Pages without words and with dashes between them. ADS repeats the identifier of a preprint in their place. */
export function readPages(text: string): string {
  const pages = text.replace(/^(?:pages?|pp?\.)\s*(?=\d)/i, '').replace(/^arXiv:.*/i, '');
  return /[\p{L}\p{N}]/u.test(pages) ? pages.replace(/(\w)\s*[-–—‐]+\s*(?=\w)/g, '$1–') : '';
}
