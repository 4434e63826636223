/** A large drawing of its own beside the page of a figure, on a sheet of A3. */
export interface Poster {
  title: string;
  /** The drawing in words. */
  description: string;
  /** The content of the `<svg>`, in units of a quarter of a millimetre. */
  svg: string;
}

/** The origin of a poster. */
export interface PosterOrigin {
  /** The title of the entry that the figure stands in. */
  entry: string;
  author?: string | undefined;
  /** The absolute address of the figure; absent if the site has none. */
  address?: string | undefined;
}

/** A sheet of A3, on its side. */
export const posterSheet = { width: 420, height: 297, unitsPerMillimetre: 4 } as const;

/** The path of a poster without its extension, as an id beside those of figures. */
export function namePoster(id: string): string {
  return `${id}.poster`;
}

/** The typefaces of a poster, which its file carries; the others are for programs that do not read them. */
export const posterFaces = {
  display: "'Newsreader Display', Newsreader, Georgia, serif",
  text: "Newsreader, 'Newsreader Signs', Georgia, serif",
};
