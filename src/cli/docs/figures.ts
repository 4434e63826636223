import { interactiveFigureNames, interactiveFigures } from '../../figures/registry.ts';
import { buildCode, buildTable, replacePart } from './part.ts';

/** `docs/figures.md` with a row for each interactive figure. */
export function buildFigures(text: string): string {
  const rows = interactiveFigureNames.map((name) => [
    buildCode(`<${name}>`),
    interactiveFigures[name].description,
  ]);
  return replacePart(text, 'figures', buildTable(['tag', 'shows'], rows));
}
