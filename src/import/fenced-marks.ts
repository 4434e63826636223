import {
  closeAside,
  nameAside,
  openAside,
  readAttributes,
  type Mark,
  writeFilm,
  writePicture,
} from './marks.ts';

/** Divisions of Quarto that only lay a page out. */
const layout =
  /^\{?[^}]*(?:\.column|\.columns|layout|\.content-|\.center|#refs|\.aside|\.g-col|\.grid)/;

interface Division {
  open: string;
  close: string;
  isKnown: boolean;
}

/** Reads the words after colons: `{.callout-note title="…"}` of Quarto, and `note[Title]` of remark. */
function readDivision(words: string): Division {
  const [, kind = '', title = ''] =
    /^\{[^}]*\.callout-(\w+)(?:[^}]*?\btitle\s*=\s*"([^"]*)")?/.exec(words) ??
    /^(note|tip|warning|caution|important|info|danger|remark)\b(?:\[([^\]]*)\])?/i.exec(words) ??
    [];
  if (kind !== '')
    return { open: openAside(title || nameAside(kind)), close: closeAside, isKnown: true };
  return { open: '', close: '', isKnown: layout.test(words) };
}

/** Writes divisions between colons as remarks. Others are removed around their text, and told to `leave`. */
export function convertDivisions(text: string, leave: (words: string) => void): string {
  const open: string[] = [];
  return text
    .split('\n')
    .map((line) => {
      const [, words] = /^[ \t]*:{3,}[ \t]*(.*?)[ \t]*:*$/.exec(line) ?? [];
      if (words === undefined) return line;
      if (words === '') return open.pop() ?? '';
      const { open: opening, close, isKnown } = readDivision(words);
      if (!isKnown) leave(line);
      open.push(close);
      return opening;
    })
    .join('\n');
}

/** A remark of GitHub is a quotation that begins with its kind. */
export const alertMark: Mark = {
  pattern: /((?:^>.*\n?)+)/gm,
  write: ([quotation = ''], words) => {
    const [, kind, text = ''] =
      /^\s*\[!(\w+)\][+-]?[^\n]*\n?([^]*)$/.exec(quotation.replace(/^>[ \t]?/gm, '')) ?? [];
    return kind === undefined ? words : `${openAside(nameAside(kind))}${text.trim()}${closeAside}`;
  },
};

/** The marks of Quarto and Pandoc that Markdown lacks, and the links of wikis. */
export const pandocMarks: readonly Mark[] = [
  {
    pattern: /^!\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^)\s]+)[^)\n]*\)\{([^}\n]*)\}/gm,
    write: ([caption = '', src = '', words = '']) => {
      const [, id] = /#(fig-[\w-]+)/.exec(words) ?? [];
      const alt = readAttributes(words).named.get('fig-alt');
      return writePicture({ src, alt, caption, ...(id !== undefined && { id }) });
    },
  },
  {
    pattern: /((?:^\|.*\n)+)\n?^:[ \t]+(.*?)[ \t]*\{#(tbl-[\w-]+)[^}\n]*\}/gm,
    write: ([table = '', caption = '', id = '']) =>
      `<Table id="${id}" caption="${caption.replaceAll('"', '”')}">\n\n${table.trim()}\n\n</Table>`,
  },
  {
    pattern: /\{\{<\s*video\s+(\S+)[^}\n]*>\}\}/g,
    write: ([src = '']) => (/^https?:/.test(src) ? writeFilm(src) : `![](${src})`),
  },
  { pattern: /\{\{<\s*pagebreak\s*>\}\}\n?/g, write: () => '' },
  { pattern: /\{\{<[^]*?>\}\}/g, write: () => undefined },
  { pattern: /(?<=^#{1,6}[ \t].*?)[ \t]*\{[#.-][^}\n]*\}[ \t]*$/gm, write: () => '' },
  // The attributes of a link say where it opens, or how it looks.
  { pattern: /(?<=\]\([^()\n]*\))\{(?!\{)[^}\n]*\}/g, write: () => '' },
  { pattern: /\[([^\]\n]+)\]\{(?!#)[^}\n]*\}/g, write: ([words = '']) => words },
  {
    pattern: /(?<=[\p{L}\p{N})])\^([^\s^]{1,40})\^/gu,
    write: ([words = '']) => `<sup>${words}</sup>`,
  },
  {
    pattern: /(?<=[\p{L}\p{N})])~([^\s~]{1,40})~(?!~)/gu,
    write: ([words = '']) => `<sub>${words}</sub>`,
  },
  {
    pattern: /\[\[(\/[^\]|\n]*)\|([^\]\n]+)\]\]/g,
    write: ([address = '', words = '']) => `[${words}](${address})`,
  },
];

/** References to a section by an id of its own, to that of its words. */
export function renameSections(text: string, name: (title: string) => string): string {
  const ids = Array.from(
    text.matchAll(/^#{1,6}[ \t]+(.*?)[ \t]*\{[^}\n]*#(sec-[\w-]+)[^}\n]*\}[ \t]*$/gm),
    ([, title = '', id = '']) => [id, name(title)] as const,
  );
  return ids.reduce(
    (renamed, [id, key]) =>
      renamed.replaceAll(new RegExp(`@${id}(?![\\w-])`, 'g'), () => `@${key}`),
    text,
  );
}
