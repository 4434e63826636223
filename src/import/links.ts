import { posix } from 'node:path';
import { isPlainPath } from '../loaders/files.ts';
import { suggestSlug } from '../lib/slug.ts';
import { leave, type Draft } from './draft.ts';
import { findLine, type Document } from './document.ts';

/** Folders that other sites publish at their root, or look files up in. */
const roots = [
  '',
  'static',
  'public',
  'assets',
  'assets/media',
  'assets/img',
  'assets/pdf',
  'assets/video',
  'files',
  'images',
];

/** Texts, which become entries, and pages. */
const text = /\.(?:md|markdown|qmd|html?)$/i;

/** An address on the other site itself, from its root. Other addresses stay. */
export function localize(site: string | undefined, address: string): string {
  const host = site?.replace(/^https?:\/\/|\/$/g, '') ?? '';
  const bare = address.replace(/^https?:\/\//i, '');
  const isOwn = host !== '' && bare !== address && `${bare}/`.startsWith(`${host}/`);
  return isOwn ? `/${bare.slice(host.length).replace(/^\//, '')}` : address;
}

/** Finds the file of the other site that an address in `from` leads to. */
export function findFile(
  { source, settings }: Draft,
  from: string,
  address: string,
): string | undefined {
  const local = localize(settings.address, address);
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(local)) return undefined;
  const [path = ''] = decode(local).split(/[?#]/);
  const places = path.startsWith('/') ? [] : [posix.dirname(from)];
  return [...places, ...roots]
    .map((folder) => posix.join(folder, path).replace(/^\//, ''))
    .find((file) => source.files.includes(file) && !text.test(file));
}

function decode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** The files of an entry, which are copied into its folder. */
export class EntryFiles {
  readonly files = new Map<string, string>();
  readonly #slug: string;

  constructor(slug: string) {
    this.#slug = slug;
  }

  /** Adds a file, and returns its address from the entry. */
  add(file: string): string {
    const { name, ext } = posix.parse(file);
    const plain =
      isPlainPath(`${name}${ext}`) && !/\s/.test(name) ? name : suggestSlug(name) || 'file';
    const known = [...this.files].find(([, from]) => from === file)?.[0];
    let own = known ?? `${plain}${ext}`;
    for (let count = 2; known === undefined && this.files.has(own); count++)
      own = `${plain}-${count}${ext}`;
    this.files.set(own, file);
    return `./${this.#slug}/${own}`;
  }
}

/** Matches the addresses of links, pictures and tags in Markdown. */
const addresses =
  /(\]\()(<[^<>\n]*>|[^()\s]+(?:\([^()\s]*\)[^()\s]*)*)(?=(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\))|(^\[[^\]\n]+\]:[ \t]+)(\S+)|(\s(?:src|dark)=")([^"\n]+)(?=")/gm;

/** Copies the files that a text links to, and links to the copies. Lists files that are not there. */
export function linkFiles(
  draft: Draft,
  document: Document,
  prose: string,
  files: EntryFiles,
): string {
  return prose.replace(addresses, (words: string, ...groups: (string | undefined)[]) => {
    const before = groups[0] ?? groups[2] ?? groups[4] ?? '';
    const address = (groups[1] ?? groups[3] ?? groups[5] ?? '').replace(/^<|>$/g, '');
    const file = findFile(draft, document.file, address);
    if (file !== undefined) return before + files.add(file);
    const isFile = /^(?![a-z]+:|\/\/|#).*\.(?!html?\b|q?md\b)[a-z]\w{1,4}$/i.test(address);
    if (isFile)
      leave(
        draft,
        document.file,
        findLine(document, address),
        `${address}: there is no such file.`,
      );
    return words;
  });
}

/** Links between texts of the other site, to the pages that the entries have here. */
export function linkPages(prose: string, find: (address: string) => string | undefined): string {
  return prose.replace(addresses, (words: string, ...groups: (string | undefined)[]) => {
    const before = groups[0] ?? groups[2];
    const address = (groups[1] ?? groups[3] ?? '').replace(/^<|>$/g, '');
    const [path = '', fragment] = address.split('#');
    const page = before === undefined ? undefined : find(path);
    return page === undefined
      ? words
      : `${before}${page}${fragment === undefined ? '' : `#${fragment}`}`;
  });
}
