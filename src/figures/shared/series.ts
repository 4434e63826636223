/** How one of several curves is told from the others without its colour: by dash and by marker too. */
export interface SeriesStyle {
  /** The class that gives it its hue: `stroke-1` for lines, `fill-1` for areas and markers. */
  hue: 1 | 2 | 3 | 4 | 5 | 6;
  /** Of its line, in units of the panel; none for a whole line. */
  dash?: string;
  /** Drawn about the origin, 7 units across. */
  marker: string;
}

/** In the order in which a figure's series take them. */
const seriesStyles: readonly SeriesStyle[] = [
  { hue: 1, marker: 'M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z' },
  { hue: 2, dash: '6 3', marker: 'M-3-3h6v6h-6z' },
  { hue: 3, dash: '2 2.5', marker: 'M0-4L3.8 3H-3.8z' },
  { hue: 4, dash: '8 3 2 3', marker: 'M0-4.2L4.2 0L0 4.2L-4.2 0z' },
  { hue: 5, dash: '1 3', marker: 'M-3.8-3H3.8L0 4z' },
  { hue: 6, dash: '10 4', marker: 'M-3.5-1h2.5v-2.5h2v2.5h2.5v2h-2.5v2.5h-2v-2.5h-2.5z' },
];

/** The style of the series with this index. */
export function seriesStyle(index: number): SeriesStyle {
  const style = seriesStyles[index];
  if (style === undefined)
    throw new RangeError(`There are no more than six series, not ${index + 1}.`);
  return style;
}
