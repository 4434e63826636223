import {
  closeAside,
  nameAside,
  openAside,
  readAttributes,
  writeCitation,
  writeFilm,
  writePicture,
  type Mark,
} from './marks.ts';

/** The forms of the shortcodes that have one safe reading. `plain` are the words without a name. */
const shortcodes: Readonly<
  Record<string, (named: Map<string, string>, plain: string[]) => string | undefined>
> = {
  figure: (named) => {
    const src = named.get('src');
    if (src === undefined) return undefined;
    const caption = named.get('caption') ?? named.get('title');
    const id = named.get('id');
    const picture = { src, alt: named.get('alt'), caption, ...(id !== undefined && { id }) };
    return `\n\n${writePicture(picture)}\n\n`;
  },
  cite: (named, plain) => {
    const [, slug] = /^\/?publications?\/([^/]+)\/?$/.exec(named.get('page') ?? '') ?? [];
    if (slug !== undefined) return `@entry-papers/${slug}`;
    return plain.length > 0 && named.size === 0 ? writeCitation(plain) : undefined;
  },
  callout: (_, [kind = 'note']) => openAside(nameAside(kind)),
  alert: (_, [kind = 'note']) => openAside(nameAside(kind)),
  spoiler: (named) => `\n\n<details>\n<summary>${named.get('text') ?? ''}</summary>\n\n`,
  '/spoiler': () => '\n\n</details>\n\n',
  '/callout': () => closeAside,
  '/alert': () => closeAside,
  // Steps are headings and texts, and cards are links.
  steps: () => '',
  '/steps': () => '',
  cards: () => '\n\n',
  '/cards': () => '\n\n',
  card: (named) => {
    const [title, url, subtitle] = ['title', 'url', 'subtitle'].map(
      (name) => named.get(name) ?? '',
    );
    const link = url === '' ? title : `[${title}](${url})`;
    return title === '' ? undefined : `- ${link}${subtitle === '' ? '' : `: ${subtitle}`}`;
  },
  audio: (named) => {
    const src = named.get('src') ?? '';
    return src === '' ? undefined : `[${src.replace(/^.*\//, '')}](${src})`;
  },
  math: () => '',
  '/math': () => '',
  toc: () => '',
  icon: () => '',
  youtube: (named, [id = named.get('id') ?? '']) =>
    id === '' ? undefined : writeFilm(`https://www.youtube.com/watch?v=${id}`, named.get('title')),
  vimeo: (named, [id = named.get('id') ?? '']) =>
    id === '' ? undefined : writeFilm(`https://vimeo.com/${id}`, named.get('title')),
  video: (named) => {
    const src = named.get('src') ?? '';
    if (src === '') return undefined;
    return /^https?:/.test(src)
      ? writeFilm(src, named.get('caption'))
      : `\n\n![${named.get('caption') ?? ''}](${src})\n\n`;
  },
  ref: (_, [path = '']) => writeAddress(path),
  relref: (_, [path = '']) => writeAddress(path),
};

/** A path from the root, as a text of Hugo names another one. */
function writeAddress(path: string): string {
  return /^[/.#]/.test(path) ? path : `/${path}`;
}

/** The shortcodes of Hugo and HugoBlox. */
export const hugoMarks: readonly Mark[] = [
  { pattern: /<!--\s*more\s*-->\n?/g, write: () => '' },
  { pattern: /\{\{[<%]\s*\/\*[^]*?\*\/\s*[>%]\}\}/g, write: () => '' },
  {
    pattern: /\{\{<\s*button\s([^>]*)>\}\}([^{}]*)\{\{<\s*\/button\s*>\}\}/g,
    write: ([words = '', text = '']) => {
      const url = readAttributes(words).named.get('url');
      return url === undefined ? undefined : `[${text.trim()}](${url})`;
    },
  },
  // The attributes of a block say only how it looks.
  {
    pattern: /^\{(?:\s*(?:[.#][\w-]+|(?:class|style|width|height)="[^"]*"))+\s*\}[ \t]*$/gm,
    write: () => '',
  },
  {
    pattern: /\{\{[<%]\s*(\/?)\s*([\w-]+)([^]*?)\/?[>%]\}\}/g,
    write: ([slash = '', name = '', words = '']) => {
      const write = shortcodes[`${slash}${name}`];
      const { named, plain } = readAttributes(words);
      return write?.(named, plain);
    },
  },
];
