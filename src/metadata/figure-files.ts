import { figurePath } from '../lib/figure-file.ts';
import type { SiteView } from '../model/site.ts';
import { formatDrawingStyle, type DrawingRule } from './drawing-style.ts';
import { findBody, parseHtml, type EntryBody } from './entry-content.ts';
import { formatFigureFile } from './figure-file.ts';
import type { Palettes } from './palette.ts';
import { hasClass, listElements } from './tree.ts';

/** A figure that is computed, as a file beside its page. */
export interface FigureFile {
  /** Where it lies on the host. */
  path: string;
  svg: string;
}

/** How the pictures of a site look. */
export interface DrawingLook {
  rules: readonly DrawingRule[];
  palettes: Palettes;
}

/** Every figure that stands in the text of an entry, in the hue of its page. */
export function listFigureFiles(
  { frame: { language }, threads, papers }: SiteView,
  bodies: ReadonlyMap<string, EntryBody>,
  { rules, palettes }: DrawingLook,
  origin: string | undefined,
): FigureFile[] {
  const entries: { address: string; accent?: string }[] = [...threads, ...papers];
  return entries.flatMap(({ address: page, accent }) => {
    const { html, references } = findBody(bodies, page);
    const style = formatDrawingStyle(rules, palettes, accent);
    return listElements(parseHtml(html), hasClass('interactive')).map((figure) => {
      const id = String(figure.properties.id);
      const address = origin && new URL(`${page}#${id}`, origin).href;
      const around = { style, language, address, references };
      return { path: figurePath(page, id), svg: formatFigureFile(figure, around) };
    });
  });
}
