import { posters } from '../figures/posters.ts';
import { posterSheet, type PosterOrigin } from '../figures/shared/poster.ts';
import { element, escape } from '../figures/shared/svg.ts';
import { embedFaces } from './embedded-faces.ts';
import { finishXml } from '../metadata/xml.ts';

/** Facts from the page of a poster's figure. */
export interface PosterSurroundings extends PosterOrigin {
  /** The style sheet of drawings on paper. */
  style: string;
  language: string;
}

/** Formats the poster of the figure of a folder as an SVG file on a sheet of A3, which carries its typefaces. */
export function formatPosterFile(figure: string, around: PosterSurroundings): string {
  const { style, language, ...origin } = around;
  const draw = posters[figure];
  if (draw === undefined) throw new Error(`The figure “${figure}” has no poster.`);
  const { title, description, svg } = draw(origin);
  const { width, height, unitsPerMillimetre } = posterSheet;
  const [across, down] = [width * unitsPerMillimetre, height * unitsPerMillimetre];
  const sheet = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      'xml:lang': language,
      width: `${width}mm`,
      height: `${height}mm`,
      viewBox: `0 0 ${across} ${down}`,
    },
    element('title', {}, escape(title)),
    element('desc', {}, escape(description)),
    element('style', {}, `\n${escape(`${embedFaces(svg)}${style}`)}`),
    element('rect', { class: 'fill-paper', width: across, height: down }),
    svg,
  );
  return finishXml(sheet);
}
