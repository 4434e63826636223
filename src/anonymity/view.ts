/** A text in another form, and where in the original each of its characters comes from. */
export interface View {
  text: string;
  offsets: readonly number[];
}

/** Letters that no accent tells from the plain ones that stand for them. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', '’': "'" },
  ...{ '‐': '-', '‑': '-', '–': '-', '—': '-' },
};

const signs: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '', commat: '@' },
  ...{ period: '.', comma: ',', hyphen: '-', dash: '-', lowbar: '_', sol: '/', colon: ':' },
  ...{ Tab: ' ', NewLine: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', zwj: '', zwnj: '' },
  ...{ ndash: '-', szlig: 'ß', aelig: 'æ', oelig: 'œ', AElig: 'æ', OElig: 'œ', inodot: 'ı' },
};

/** How the formats of the web write a character by others; what stands for it, where that is known. */
const escapes: [pattern: RegExp, decode: (match: string[]) => string | undefined][] = [
  [/&#x([\da-f]{1,6});?/gi, ([, code = '']) => buildCharacter(parseInt(code, 16))],
  [/&#(\d{1,7});?/g, ([, code = '']) => buildCharacter(Number(code))],
  [/&(\w+);/g, ([, name = '']) => signs[name] ?? accented.exec(name)?.[1]],
  [/\\u\{([\da-f]{1,6})\}/gi, ([, code = '']) => buildCharacter(parseInt(code, 16))],
  [/\\u([\da-f]{4})/gi, ([, code = '']) => String.fromCharCode(parseInt(code, 16))],
  [/\\x([\da-f]{2})/gi, ([, code = '']) => String.fromCharCode(parseInt(code, 16))],
  [/\\([nrt])/g, () => ' '],
  [/\\([/"'])/g, ([, sign]) => sign],
  [/\\(?=[a-f]{0,5}\d)([\da-f]{2,6})\s?/gi, ([, code = '']) => buildCharacter(parseInt(code, 16))],
  [/(?:%[\da-f]{2})+/gi, ([code = '']) => decodePercents(code)],
];

/**
 * Those of TeX, as .bib files have them: {\"o}, \'{e}, \v{c}; each \ may be escaped itself. They come first, for
 * other formats take them for their own, as they would take others': \"Ada begins a quotation in JSON.
 */
const texEscapes: typeof escapes = [
  [/\{?\\+(ae|oe|ss|aa|[oli])(?![a-z])\s*\}?/gi, ([, letter]) => letter],
  [/\{?\\+(?:["'`^~=.]|[uvHcdbkrt](?![a-z]))\s*\{?\\?([a-z])\}*/gi, ([, letter]) => letter],
];

/** The names of letters with accents in HTML. */
const accented =
  /^([a-z])(?:acute|breve|caron|cedil|circ|dblac|dot|grave|macr|ogon|ring|slash|strok|tilde|uml)$/i;

/** Escapes can be escaped in their turn, as HTML in a feed; more often than so is not seen. */
const rounds = 3;

/**
 * A text in the forms in which it is searched: as it stands; without escapes, those of TeX read as such or not;
 * and then without tags, and with words in one piece that were parted at the end of a line.
 */
export function buildViews(text: string): View[] {
  const raw: View = { text, offsets: Array.from({ length: text.length }, (_, index) => index) };
  const views = [escapes, [...texEscapes, ...escapes]].flatMap((list) => {
    const decoded = decodeView(raw, list);
    return [decoded, replace(decoded, /<\/?[a-z!][^<>]*>|-\n\s*/gi, () => '')];
  });
  // Most texts have no escapes of TeX, and are not to be searched twice.
  const different = new Map([raw, ...views].map((view) => [view.text, view]));
  return [...different.values()].map(foldView);
}

function decodeView(view: View, list: typeof escapes): View {
  let decoded = view;
  for (let round = 0; round < rounds; round++)
    for (const [pattern, decode] of list) decoded = replace(decoded, pattern, decode);
  return decoded;
}

/** Letters without case and accents, and without what is not seen. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[^\0-\x7f]/gu, (letter) => plainLetters[letter] ?? letter);
}

function foldView(view: View): View {
  return replace(view, /[^\0-@[-~]/gu, ([letter = '']) => fold(letter));
}

function replace(
  view: View,
  pattern: RegExp,
  decode: (match: string[]) => string | undefined,
): View {
  const texts: string[] = [];
  const offsets: number[] = [];
  let end = 0;
  const keep = (start: number, stop: number) => {
    texts.push(view.text.slice(start, stop));
    for (let at = start; at < stop; at++) offsets.push(view.offsets[at] ?? 0);
  };
  for (const match of view.text.matchAll(pattern)) {
    const decoded = decode(match);
    if (decoded === undefined) continue;
    keep(end, match.index);
    texts.push(decoded);
    offsets.push(...Array.from(decoded.split(''), () => view.offsets[match.index] ?? 0));
    end = match.index + match[0].length;
  }
  if (end === 0) return view;
  keep(end, view.text.length);
  return { text: texts.join(''), offsets };
}

function buildCharacter(code: number): string | undefined {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** The part of an address without escapes; as it is, where they stand for no text. */
export function decodePercents(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
