import { readAttributes, removeTags, writeFilm, writePicture, type Mark } from './marks.ts';

const read = (words: string, name: string) => readAttributes(words).named.get(name);

function writeImage(words: string, caption?: string): string | undefined {
  const src = read(words, 'src');
  return src === undefined
    ? undefined
    : writePicture({ src, alt: read(words, 'alt') ?? read(words, 'title'), caption });
}

/** HTML that Markdown has a form for. Tags that only lay a page out are removed. */
export const htmlMarks: readonly Mark[] = [
  {
    pattern: /<(script|style)\b[^>]*>[^]*?<\/\1>\n?/gi,
    write: () => '',
    isLost: true,
  },
  // A line below a paragraph makes it a heading.
  {
    pattern: /(?<=^|\n\s*\n)(?![#>|\s*+-])([^\n]+)\n(={3,}|-{3,})[ \t]*(?=\n|$)/g,
    write: ([words = '', line = '']) => `${line.startsWith('=') ? '#' : '##'} ${words}`,
  },
  {
    pattern:
      /(^[ \t]+)?<figure\b[^>]*>\s*<img\b([^>]*?)\/?>\s*(?:<figcaption\b[^>]*>([^]*?)<\/figcaption>\s*)?<\/figure>/gim,
    write: ([, image = '', caption]) => writeImage(image, caption)?.replace(/^|$/g, '\n\n'),
  },
  { pattern: /(^[ \t]+)?<img\b([^>]*?)\/?>/gim, write: ([, words = '']) => writeImage(words) },
  {
    pattern: /<iframe\b([^>]*)>\s*<\/iframe>/gi,
    write: ([words = '']) => {
      const src = (read(words, 'src') ?? '')
        .replace(/^\/\//, 'https://')
        .replace(
          /^(https:\/\/www\.)youtube(?:-nocookie)?\.com\/embed\/([\w-]+).*$/,
          '$1youtube.com/watch?v=$2',
        );
      return /^https?:/.test(src) ? writeFilm(src, read(words, 'title')) : undefined;
    },
  },
  {
    pattern: /<a\b([^>]*)>([^<]*)<\/a>/gi,
    write: ([words = '', text = '']) => {
      const href = read(words, 'href');
      if (href === undefined) return text;
      return text.trim() === '' ? '' : `[${text.trim()}](${href.trim().replaceAll(' ', '%20')})`;
    },
  },
  {
    pattern: /<blockquote\b[^>]*>([^]*?)<\/blockquote>/gi,
    write: ([words = '']) =>
      `\n\n${words
        .replace(/<\/?p\b[^>]*>/gi, '\n')
        .trim()
        .replace(/^[ \t]*/gm, '> ')}\n\n`,
  },
  {
    pattern: /<h([1-6])\b[^>]*>([^]*?)<\/h\1>/gi,
    write: ([level = '2', words = '']) =>
      `\n\n${'#'.repeat(Number(level))} ${words.replace(/\s+/g, ' ').trim()}\n\n`,
  },
  {
    pattern: /<p\b[^>]*>([^]*?)<\/p>/gi,
    write: ([words = '']) => `\n\n${words.replace(/^[ \t]+/gm, '').trim()}\n\n`,
  },
  {
    pattern:
      /<(?:center|font|section|article|main|header|footer|big|tt|u)\b[^>]*>|<\/(?:center|font|section|article|main|header|footer|big|tt|u)>/gi,
    write: () => '',
  },
  {
    pattern: /<(?:b|strong)>([^<>\n]+)<\/(?:b|strong)>/gi,
    write: ([words = '']) => `**${words.trim()}**`,
  },
  { pattern: /<span\b[^>]*>([^<]*)<\/span>/gi, write: ([words = '']) => words },
  // A passage to fold has its tags on their own lines.
  { pattern: /<details\b[^>]*>\s*<summary>/gi, write: () => '\n<details>\n<summary>' },
  { pattern: /<\/summary>\s*(?=\S)/gi, write: () => '</summary>\n\n' },
  { pattern: /\s*<\/details>/gi, write: () => '\n\n</details>' },
  { pattern: /<br\s*\/?>/gi, write: () => '<br />' },
];

/** Removes the divisions of a page, and the indentation that lines have within them. */
export function removeDivisions(text: string): string {
  let depth = 0;
  return text
    .split('\n')
    .map((line) => {
      const tags = line.match(/<\/?div\b[^>]*>/gi) ?? [];
      const isWithin = depth > 0;
      for (const tag of tags) depth = Math.max(0, depth + (tag.startsWith('</') ? -1 : 1));
      const bare = line.replace(/<\/?div\b[^>]*>/gi, '');
      if (tags.length > 0 && removeTags(bare) === '' && bare.trim() === '') return '';
      if (tags.length > 0) return `\n${bare.trim()}\n`;
      return isWithin ? bare.replace(new RegExp(`^[ \\t]{0,${depth * 4}}`), '') : bare;
    })
    .join('\n');
}
