import { mediaTypes } from './media-types.ts';

/** A file of the author, published beside the page of the entry that links to it. */
export interface Attachment {
  /** The path of the file, from the folder that holds `content/`. */
  file: string;
  /** Its name below the page, such as `slides.pdf`. */
  name: string;
  /** In bytes. */
  size: number;
}

/** A published file, with its path from the root of the site. */
export interface PublishedFile extends Attachment {
  path: string;
}

/** A file that a text names. A film has a size, and captions or a transcript. */
export interface LinkedFile extends PublishedFile {
  fragment: string;
  width?: number;
  height?: number;
  captions?: PublishedFile;
  transcript?: PublishedFile;
}

/** A file without ./ before it. Its ending is that of a file, and its first folder is no host. */
const bare = new RegExp(
  `^(?!www\\.)(?:[\\w-][^/:?#.]*/(?:[^/:?#]+/)*)?[^/:?#]+\\.(?:${[...Object.keys(mediaTypes), 'mdx', 'qmd'].join('|')})(?:#|$)`,
  'i',
);

/** Whether an address names a file beside the entry: `./slides.pdf`, or `slides.pdf`. */
export function isFileAddress(address: string): boolean {
  return /^\.\.?\/(?:[^#]*\/)?[^/#]*\.[^/#]+(?:#|$)/.test(address) || bare.test(address);
}

const media =
  /\.(?:(mp4|webm|ogv|m4v|mov|avi|mkv|wmv|mpe?g)|(mp3|m4a|ogg|opus|wav|flac|aac))(?:#|$)/i;

/** Whether an address names a film or a sound. */
export function isMediaAddress(address: string): boolean {
  return media.test(address);
}

/** Whether an address names a sound. */
export function isSoundAddress(address: string): boolean {
  return media.exec(address)?.[2] !== undefined;
}

/** Splits an address into the path of its file, decoded, and its fragment. */
export function splitFileAddress(address: string): { path: string; fragment: string } {
  const [path = '', ...rest] = address.split('#');
  const fragment = rest.length > 0 ? `#${rest.join('#')}` : '';
  try {
    return { path: decodeURIComponent(path), fragment };
  } catch {
    return { path, fragment };
  }
}

/** Names of files that the site writes beside a page, and of the copies that it compresses. */
const taken = /^(index|feed|citation|references)\.|^fig-[\w-]+\.svg$|\.(gz|br)$/i;

/**
 * Returns the name of a file below the page of the entry `slug`. Where the page has a file of this
 * name, such as its own PDF, the author's is in `files/`.
 */
export function nameAttachment(slug: string, path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return taken.test(name) || name.toLowerCase() === `${slug}.pdf` ? `files/${name}` : name;
}

/** Formats the kind and the size of a file, `PDF, 1.2 MB`; the size alone if `label` is the kind. */
export function formatFile(
  { name, size }: Pick<Attachment, 'name' | 'size'>,
  label?: string,
): string {
  const kind = name.slice(name.lastIndexOf('.') + 1).toUpperCase();
  return label?.toUpperCase() === kind ? formatSize(size) : `${kind}, ${formatSize(size)}`;
}

function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const power = bytes < 999_500 ? 1 : bytes < 999_500_000 ? 2 : 3;
  const amount = bytes / 1000 ** power;
  return `${amount < 9.95 ? amount.toFixed(1) : Math.round(amount)} ${['kB', 'MB', 'GB'][power - 1]}`;
}
