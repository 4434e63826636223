import { readInner, readItems, readText } from './document.ts';
import { writePlainAuthor, type DraftAuthor } from './names.ts';

/** Reads the authors in all forms of Quarto. */
export function readQuartoAuthors(value: unknown): DraftAuthor[] {
  return readItems(value).flatMap((one) => {
    if (typeof one === 'string') return [writePlainAuthor(one)];
    const { name, orcid, url, affiliations, affiliation, attributes } = readInner(one);
    const { given, family } = readInner(name);
    const full = readText(name) || [readText(given), readText(family)].filter(Boolean).join(' ');
    if (full === '') return [];
    const places = [affiliations, affiliation]
      .flatMap(readItems)
      .map((all) => readText(all) || readText(readInner(all).name))
      .filter(Boolean);
    const isEqual = readInner(attributes)['equal-contributor'] === true;
    return [
      writePlainAuthor(full, {
        ...(readText(orcid) !== '' && { orcid: readText(orcid) }),
        ...(/^https?:/.test(readText(url)) && { url: readText(url) }),
        ...(places.length > 0 && { affiliation: places }),
        ...(isEqual && { equal: true }),
      }),
    ];
  });
}
