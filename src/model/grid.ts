import type { PictureFile, PictureFiles } from '../lib/field-pictures.ts';
import type { Mixing } from '../lib/mixing.ts';
import { formatProse } from '../lib/typography.ts';
import type { Grid } from '../schema/grid.ts';
import type { PagePart } from './entry.ts';
import { markTitle, type MarkedText } from './marked-text.ts';

/** A picture with its description, in one theme or two. */
export interface GridPicture {
  alt: string;
  light: PictureFile;
  dark?: PictureFile;
}

/** An item as pages show it. */
export interface GridItem {
  name: MarkedText;
  family?: MarkedText;
  text?: MarkedText;
  mixing?: Mixing;
  picture?: GridPicture;
}

/** Things side by side, below a heading. */
export interface GridView {
  heading: string;
  items: GridItem[];
}

/** Builds the grid of an entry, if it has one. Only pages know its `pictures`. */
export function buildGrid({
  data: { grid },
  pictures = {},
}: {
  data: { grid?: Grid | undefined };
  pictures?: PictureFiles | undefined;
}): { grid?: GridView } {
  if (grid === undefined) return {};
  const items = grid.items.map((item) => buildItem(item, pictures));
  return { grid: { heading: markTitle(grid.heading).title, items } };
}

function buildItem(
  { name, family, text, plate, picture, dark, alt = '' }: Grid['items'][number],
  pictures: PictureFiles,
): GridItem {
  const [light, darker] = [picture, dark].map((address) => pictures[address ?? '']);
  return {
    name: markTitle(name),
    ...(family !== undefined && { family: markTitle(family) }),
    ...(text !== undefined && { text: markTitle(text) }),
    ...(plate !== undefined && { mixing: plate }),
    ...(light && { picture: { alt: formatProse(alt), light, ...(darker && { dark: darker }) } }),
  };
}

/** The grid as a section that the search finds. */
export function listGridSections(grid: GridView | undefined): (PagePart & { text: string })[] {
  if (grid === undefined) return [];
  return [{ id: 'grid', title: grid.heading, text: grid.items.map(describeItem).join(' ') }];
}

function describeItem({ name, family, text }: GridItem): string {
  const rest = [family, text].flatMap((part) => part?.title ?? []).join('. ');
  return rest === ''
    ? `${name.title}.`
    : `${name.title}: ${rest.replace(/[.!?]?$/, (end) => end || '.')}`;
}
