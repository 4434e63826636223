/** A mark of another program in prose, and its form here. */
export interface Mark {
  pattern: RegExp;
  /** Returns undefined if the mark has no one safe reading. It then stays, and is listed. */
  write: (groups: string[], words: string) => string | undefined;
  /** Whether something of the mark is lost, which is listed too. */
  isLost?: true;
}

/** Replaces marks. `leave` is told the words of those that stay. */
export function applyMarks(
  text: string,
  marks: readonly Mark[],
  leave: (words: string) => void,
): string {
  return marks.reduce(
    (before, { pattern, write, isLost }) =>
      before.replace(pattern, (words: string, ...rest: unknown[]) => {
        const groups = rest
          .slice(
            0,
            rest.findIndex((one) => typeof one === 'number'),
          )
          .map((group) => (typeof group === 'string' ? group : ''));
        const written = write(groups, words);
        if (written === undefined || isLost) leave(words);
        return written ?? words;
      }),
    text,
  );
}

/** Reads the attributes of a shortcode: `src="a.png" width=50%`, and words without a name in `plain`. */
export function readAttributes(words: string): { named: Map<string, string>; plain: string[] } {
  const named = new Map<string, string>();
  const plain: string[] = [];
  const parts =
    /([\w-]+)\s*=\s*(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|([^\s"']+))|"([^"]*)"|'([^']*)'|([^\s"']+)/g;
  for (const match of words.matchAll(parts)) {
    const [name, one, two, three, ...texts] = match.slice(1) as (string | undefined)[];
    const value = one ?? two ?? three;
    if (name !== undefined && value !== undefined)
      named.set(name, value.replace(/\\(["'])/g, '$1'));
    else plain.push(texts.find((part) => part !== undefined) ?? '');
  }
  return { named, plain };
}

/** Removes the tags of a text. */
export function removeTags(text: string): string {
  return text
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

interface Picture {
  src: string;
  alt?: string | undefined;
  caption?: string | undefined;
  id?: string | undefined;
}

/** Writes a picture: as an image, or as a figure if it has a caption of its own or an id. */
export function writePicture({ src, alt = '', caption = '', id }: Picture): string {
  const words = removeTags(caption);
  const description = removeTags(alt) || words;
  const address = src.trim().replaceAll(' ', '%20');
  if (id === undefined && (words === '' || description === words))
    return `![${description}](${address})`;
  const name = (id ?? address.replace(/^.*\//, '').replace(/\.\w+$/, ''))
    .toLowerCase()
    .replace(/^fig[-:]/, '')
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
  const quoted = description.replaceAll('"', '”');
  return `<Figure id="fig-${name}" src="${address}" alt="${quoted}">\n\n${words || description}\n\n</Figure>`;
}

/** Words that are a remark on other sites, as titles. */
export function nameAside(kind: string): string {
  const word = kind.replace(/^(?:callout|block|alert)-/, '').toLowerCase();
  return word.replace(/^./, (letter) => letter.toUpperCase());
}

/** Writes the opening tag of a remark. */
export function openAside(title: string): string {
  return `\n\n<Aside title="${removeTags(title).replaceAll('"', '”') || 'Note'}">\n\n`;
}

export const closeAside = '\n\n</Aside>\n\n';

/** Writes the citation of several works. */
export function writeCitation(keys: readonly string[]): string {
  return `[${keys.map((key) => `@${key}`).join('; ')}]`;
}

/** Writes a link to a film on another site, since pages load nothing from there. */
export function writeFilm(address: string, title = ''): string {
  return `[${title || 'Video'}](${address})`;
}
