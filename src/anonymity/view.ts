import { characterEntities } from 'character-entities';

/** A text in another form, in which an identifier can be found. */
export interface View {
  /** Without case and accents. */
  text: string;
  /** The same characters with their capitals. */
  cased: string;
  /** Maps an index to its offset in the original. */
  locate: (index: number) => number;
}

type UnfoldedView = Omit<View, 'cased'>;

/** Letters that Unicode does not decompose, with their plain replacements. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', '’': "'" },
  ...{ '‐': '-', '‑': '-', '–': '-', '—': '-', ς: 'σ' },
};

/** Escapes of web formats, with their decoders. Undefined leaves an escape as it is. */
const escapes: [pattern: RegExp, decode: (match: string[]) => string | undefined][] = [
  [/&#x([\da-f]{1,6});?/gi, ([, code = '']) => buildCharacter(parseInt(code, 16))],
  [/&#(\d{1,7});?/g, ([, code = '']) => buildCharacter(Number(code))],
  [/&(\w+);/g, ([, name = '']) => characterEntities[name]],
  [/\\u\{([\da-f]{1,6})\}/gi, ([, code = '']) => buildCharacter(parseInt(code, 16))],
  [/\\u([\da-f]{4})/gi, ([, code = '']) => String.fromCharCode(parseInt(code, 16))],
  [/\\x([\da-f]{2})/gi, ([, code = '']) => String.fromCharCode(parseInt(code, 16))],
  [/\\([nrt])/g, () => ' '],
  [/\\([/"'])/g, ([, sign]) => sign],
  [/\\(?=[a-f]{0,5}\d)([\da-f]{2,6})\s?/gi, ([, code = '']) => buildCharacter(parseInt(code, 16))],
  [/(?:%[\da-f]{2})+/gi, ([code = '']) => decodePercents(code)],
];

/**
 * TeX escapes, as in .bib files: {\"o}, \'{e}, \v{c}. Each \ may itself be escaped. They are
 * separate because TeX and other formats misread each other: \"Ada begins a quotation in JSON.
 */
const texEscapes: typeof escapes = [
  [/\{?\\+(ae|oe|ss|aa|[oli])(?![a-z])\s*\}?/gi, ([, letter]) => letter],
  [/\{?\\+(?:["'`^~=.]|[uvHcdbkrt](?![a-z]))\s*\{?\\?([a-z])\}*/gi, ([, letter]) => letter],
];

/** How often escapes within escapes are decoded, such as HTML in a feed. */
const rounds = 3;

/**
 * A comment, or a tag with its attributes. Quoted values are limited, since a quotation mark may
 * be an apostrophe.
 */
const tag = /<!--[^]*?-->|<[/!?]?[a-z](?:"[^"]{0,4000}"|'[^']{0,4000}'|[^<>"'])*>/gi;
const tags = new RegExp(`(?:${tag.source})+`, 'gi');

/** Elements that begin a new line. */
const blocks =
  /^<\/?(?:address|article|aside|blockquote|br|caption|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|option|p|pre|section|summary|table|tbody|td|text|tfoot|th|thead|title|tr|tspan|ul)\b/i;

const hyphenation = /-\n\s*/g;

/**
 * Returns a text in each form to search: as written; decoded, with and without TeX escapes; and
 * each decoded form with words joined that tags or line ends divide.
 */
export function buildViews(text: string): View[] {
  const raw: UnfoldedView = { text, locate: (index) => index };
  const views = [escapes, [...texEscapes, ...escapes]].flatMap((list) => {
    const decoded = decodeView(raw, list);
    return [decoded, ...joinWords(decoded)];
  });
  // Most texts have no TeX escapes and need no second search.
  const different = new Map([raw, ...views].map((view) => [view.text, view]));
  return [...different.values()].map(foldView);
}

/**
 * Removes the tags from a text in three ways, since a tag may divide a word or separate two: all
 * tags join; block tags separate; several tags in a row separate.
 */
function joinWords(view: UnfoldedView): UnfoldedView[] {
  const readings: ((run: string) => string)[] = [
    () => '',
    (run) => (Array.from(run.matchAll(tag)).some(([one]) => blocks.test(one)) ? '\n' : ''),
    (run) => (Array.from(run.matchAll(tag)).length > 1 ? ' ' : ''),
  ];
  return readings.map((read) =>
    replace(
      replace(view, tags, ([run = '']) => read(run)),
      hyphenation,
      () => '',
    ),
  );
}

function decodeView(view: UnfoldedView, list: typeof escapes): UnfoldedView {
  let decoded = view;
  for (let round = 0; round < rounds; round++) {
    const before = decoded;
    for (const [pattern, decode] of list) decoded = replace(decoded, pattern, decode);
    if (decoded === before) break;
  }
  return decoded;
}

/** Returns the text without case, accents and invisible characters. */
export function fold(text: string): string {
  return stripAccents(text).toLowerCase();
}

function stripAccents(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[^\0-\x7f]/gu, (letter) => {
      const plain = plainLetters[letter.toLowerCase()];
      if (plain === undefined) return letter;
      return letter === letter.toLowerCase() ? plain : plain.toUpperCase();
    });
}

function foldView(view: UnfoldedView): View {
  const { text: cased, locate } = replace(view, /[^\0-~]/gu, ([letter = '']) =>
    stripAccents(letter),
  );
  return { text: cased.toLowerCase(), cased, locate };
}

function replace(
  view: UnfoldedView,
  pattern: RegExp,
  decode: (match: string[]) => string | undefined,
): UnfoldedView {
  const texts: string[] = [];
  /**
   * The start of each piece in the new text and in the old one. A decoded piece maps to a single
   * offset.
   */
  const pieces: { start: number; from: number; isKept: boolean }[] = [];
  let [end, length] = [0, 0];
  const add = (text: string, from: number, isKept: boolean) => {
    if (text === '') return;
    texts.push(text);
    pieces.push({ start: length, from, isKept });
    length += text.length;
  };
  for (const match of view.text.matchAll(pattern)) {
    const decoded = decode(match);
    if (decoded === undefined || decoded === match[0]) continue;
    add(view.text.slice(end, match.index), end, true);
    add(decoded, match.index, false);
    end = match.index + match[0].length;
  }
  if (end === 0) return view;
  add(view.text.slice(end), end, true);
  return {
    text: texts.join(''),
    locate: (index) => {
      const after = findFirst(pieces, ({ start }) => start > index);
      const { start = 0, from = 0, isKept } = pieces[after - 1] ?? {};
      return view.locate(isKept ? from + index - start : from);
    },
  };
}

/** Returns the index of the first item that passes `test`. All later ones must pass too. */
export function findFirst<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(items[middle] as Item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function buildCharacter(code: number): string | undefined {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** Decodes percent escapes. Returns the text unchanged if they are malformed. */
export function decodePercents(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
