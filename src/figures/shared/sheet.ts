/** A figure as one picture that stands by itself: where its parts are, in units of a panel. */
export interface Sheet {
  width: number;
  height: number;
  lines: SheetLine[];
  /** Where the upper left corner of each panel is. */
  panels: { x: number; y: number }[];
}

/** A line of words, from its left end on the baseline. */
export interface SheetLine {
  text: string;
  x: number;
  y: number;
  size: number;
  weight: number;
  /** The typeface of prose, or that of labels. */
  face: 'text' | 'label';
}

/** Between panels, and around all of them. */
const gap = 24;

/** The width of a letter to its size, in the widest of the faces that may stand for that of the site. */
const letterWidth = 0.55;

const title = { size: 22, height: 28, weight: 400, face: 'text' } as const;
const panelTitle = { size: 12, height: 26, weight: 500, face: 'label' } as const;
const note = { size: 12, height: 16, weight: 400, face: 'text' } as const;

/** Lays out a figure: its title, its panels side by side, each below its own title, and its caption. */
export function layOutSheet(
  words: string,
  panels: readonly { title: string; width: number; height: number }[],
  caption: string,
): Sheet {
  const room = panels.reduce((sum, { width }) => sum + width + gap, -gap);
  const titles = setLines(words, room, gap + title.size, title);
  const labels = gap + titles.length * title.height + panelTitle.height;
  const top = labels + panelTitle.size;
  const left = (index: number) =>
    panels.slice(0, index).reduce((sum, { width }) => sum + width + gap, gap);
  const bottom = top + Math.max(...panels.map(({ height }) => height)) + gap + note.size;
  const notes = setLines(caption, room, bottom, note);
  return {
    width: room + 2 * gap,
    height: bottom + (notes.length - 1) * note.height + gap,
    lines: [
      ...titles,
      ...panels.flatMap(({ title }, index) => buildLines([title], left(index), labels, panelTitle)),
      ...notes,
    ],
    panels: panels.map((_, index) => ({ x: left(index), y: top })),
  };
}

type LineStyle = Pick<SheetLine, 'size' | 'weight' | 'face'> & { height: number };

/** Words in lines that fit into `width`, the first with its baseline at `y`. */
function setLines(text: string, width: number, y: number, style: LineStyle): SheetLine[] {
  return buildLines(wrap(text, Math.floor(width / (style.size * letterWidth))), gap, y, style);
}

function buildLines(
  texts: readonly string[],
  x: number,
  y: number,
  { height, ...style }: LineStyle,
): SheetLine[] {
  return texts.map((text, index) => ({ text, x, y: y + index * height, ...style }));
}

/** Words in lines of at most `most` letters; a longer word, as an address, is cut. */
export function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.match(new RegExp(`\\S{1,${most}}`, 'gu')) ?? []) {
    const line = [...lines.slice(-1), word].join(' ');
    if (lines.length > 0 && line.length <= most) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines;
}
