import {
  closeAside,
  nameAside,
  openAside,
  readAttributes,
  removeTags,
  writeCitation,
  writeFilm,
  writePicture,
  type Mark,
} from './marks.ts';

const attribute = (words: string, names: readonly string[]): string => {
  const { named } = readAttributes(words);
  return names.map((name) => named.get(name)).find(Boolean) ?? '';
};

function writeInclude(name: string, words: string): string | undefined {
  const path = attribute(words, ['path', 'src', 'image_path', 'url']);
  if (path === '' || /\{[{%]/.test(path)) return undefined;
  const title = attribute(words, ['title']);
  const alt = attribute(words, ['alt']);
  const caption = attribute(words, ['caption']);
  if (/^(?:figure|image|img)\b/.test(name))
    return `\n\n${writePicture({ src: path, alt: alt || (caption === '' ? title : ''), caption })}\n\n`;
  if (!/^(?:video|audio)\b/.test(name)) return undefined;
  const description = removeTags(alt || caption || title);
  return /^https?:/.test(path)
    ? writeFilm(path, description)
    : `\n\n![${description}](${path})\n\n`;
}

/** The Liquid of Jekyll, and the attributes of kramdown. */
export const liquidMarks: readonly Mark[] = [
  { pattern: /\{%-?\s*comment\s*-?%\}[^]*?\{%-?\s*endcomment\s*-?%\}\n?/g, write: () => '' },
  { pattern: /\{::comment\}[^]*?\{:\/(?:comment)?\}\n?/g, write: () => '' },
  {
    pattern: /\{::\/?(?:nomarkdown|options)[^}\n]*\}\n?|\{:\/(?:nomarkdown)?\}\n?/g,
    write: () => '',
  },
  // A list of contents, which each page has. Its item is replaced.
  { pattern: /^(?:[*-]|1\.)\s.*\n\{:\s*toc\b[^}\n]*\}\n?/gim, write: () => '' },
  // A remark of al-folio is a quotation with a class.
  {
    pattern: /((?:^>.*\n)+)\{:\s*\.block-(\w+)\s*\}/gm,
    write: ([quotation = '', kind = '']) => {
      const inner = quotation.replace(/^>[ \t]?/gm, '');
      const [, title = nameAside(kind), text = inner] =
        /^\s*#+[ \t]+(.+)\n([^]*)$/.exec(inner) ?? [];
      return `${openAside(title)}${text.trim()}${closeAside}`;
    },
  },
  { pattern: /[ \t]*\{:[^}\n]*\}/g, write: () => '' },
  {
    pattern: /\{%-?\s*cite\s+([^}\n]*?)\s*-?%\}/g,
    write: ([words = '']) => {
      const keys = words
        .replace(/\s--?\w.*$/, '')
        .split(/[\s,]+/)
        .filter(Boolean);
      return keys.length > 0 && keys.length === words.split(/[\s,]+/).length
        ? writeCitation(keys)
        : undefined;
    },
  },
  {
    pattern: /<d-cite\s+(?:key|bibtex-key)="([^"]+)"\s*(?:\/>|>\s*<\/d-cite>)/g,
    write: ([keys = '']) => writeCitation(keys.split(/[\s,]+/).filter(Boolean)),
  },
  // Each page lists the works that it cites.
  { pattern: /\{%-?\s*bibliography\b[^}\n]*%\}\n?/g, write: () => '' },
  {
    pattern: /(^[ \t]+)?\{%-?\s*include\s+(\S+)([^]*?)-?%\}/gm,
    write: ([, name = '', words = '']) => writeInclude(name, words),
  },
  {
    pattern: /(^[ \t]+)?\{%-?\s*responsive_image\s+([^}\n]*?)-?%\}/gm,
    write: ([, words = '']) => writeInclude('image', words.replace(/(\w):\s+/g, '$1=')),
  },
  {
    pattern: /\{%-?\s*(link|post_url)\s+([^\s}]+)\s*-?%\}/g,
    write: ([mark, path = '']) => (mark === 'link' ? `/${path}` : `/_posts/${path}.md`),
  },
  { pattern: /\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}/g, write: () => '' },
  {
    pattern:
      /\{\{-?\s*["']([^"'\n]*)["']\s*\|\s*(?:relative_url|absolute_url|prepend:\s*site\.(?:baseurl|url))[^}\n]*\}\}/g,
    write: ([path = '']) => `/${path.replace(/^\//, '')}`,
  },
  { pattern: /\{%[^]{0,1000}?%\}|\{\{[^]{0,1000}?\}\}/g, write: () => undefined },
];
