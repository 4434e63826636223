/** Accents by the command that sets them, as the combining character that follows its letter. */
export const accents: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['u', '\u0306'],
  ['.', '\u0307'],
  ['"', '\u0308'],
  ['r', '\u030A'],
  ['H', '\u030B'],
  ['v', '\u030C'],
  ['G', '\u030F'],
  ['d', '\u0323'],
  ['textcommabelow', '\u0326'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['polhk', '\u0328'],
  ['b', '\u0331'],
  ['t', '\u0361'],
]);

/** Letters and signs by the name of their command. */
export const letters: Readonly<Record<string, string>> = {
  ...{ ss: 'ß', SS: 'ẞ', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', i: 'ı', j: 'ȷ', aa: 'å', AA: 'Å' },
  ...{ ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ', dj: 'đ', DJ: 'Đ' },
  ...{ ng: 'ŋ', NG: 'Ŋ', S: '§', P: '¶', dag: '†', ddag: '‡', copyright: '©', pounds: '£' },
  ...{ ldots: '…', dots: '…', textellipsis: '…', slash: '/', textbar: '|', textbullet: '•' },
  ...{ textendash: '–', textemdash: '—', textquoteleft: '‘', textquoteright: '’' },
  ...{ textquotedblleft: '“', textquotedblright: '”', textquotesingle: "'", textquotedbl: '"' },
  ...{ quotesinglbase: '‚', quotedblbase: '„', guillemotleft: '«', guillemotright: '»' },
  ...{ glq: '‚', grq: '‘', glqq: '„', grqq: '“', flq: '‹', frq: '›', flqq: '«', frqq: '»' },
  ...{ textexclamdown: '¡', textquestiondown: '¿', textregistered: '®', texttrademark: '™' },
  ...{ textcopyright: '©', textdegree: '°', texteuro: '€', euro: '€', textsterling: '£' },
  ...{ textbackslash: '\\', textasciitilde: '~', textasciicircum: '^', textunderscore: '_' },
  ...{ textdollar: '$', textless: '<', textgreater: '>', textmu: 'µ', textpm: '±' },
  ...{ texttimes: '×', textordfeminine: 'ª', textordmasculine: 'º', textbraceleft: '{' },
  ...{ textbraceright: '}', TeX: 'TeX', LaTeX: 'LaTeX', BibTeX: 'BibTeX' },
  ...{
    LaTeXe: 'LaTeX2ε',
    XeTeX: 'XeTeX',
    XeLaTeX: 'XeLaTeX',
    LuaTeX: 'LuaTeX',
    LuaLaTeX: 'LuaLaTeX',
  },
  ...{ textrightarrow: '→', textleftarrow: '←', textuparrow: '↑', textdownarrow: '↓' },
};

/** Adds an accent to the first letter of `text`, on top of its other accents. `\~{}` is the tilde itself. */
export function renderAccent(text: string, accent: string, name: string): string {
  const [, base = '', marks = '', rest = ''] =
    /^(\P{M})(\p{M}*)(.*)$/su.exec(text.normalize('NFD')) ?? [];
  if (base === '') return /[~^]/.test(name) ? name : '';
  const letter = { ı: 'i', ȷ: 'j' }[base] ?? base;
  return `${letter}${marks}${accent}${rest}`.normalize('NFC');
}

/** An accent on one letter: `\"o`, `\"{o}`, `\'\i`, `\c{c}`, and within braces `\c c`. */
const accented =
  /^\\(?:(["'`^~=.])(?:\{(\\?[A-Za-z])\}|(\\[ij]|[A-Za-z]))|([A-Za-z])(?:\{(\\?[A-Za-z])\}| (\\?[A-Za-z])))$/;

/** Returns the one letter that a command sets, alone or in braces: `\"o`, `{\'e}`, `\c{c}`, `{\ss}`. */
export function readLetter(tex: string): string | undefined {
  const [, inner = ''] = /^\{(.*)\}$/.exec(tex) ?? [];
  const [, name = ''] = /^\\([A-Za-z]+) ?$/.exec(inner) ?? [];
  if (Object.hasOwn(letters, name)) return letters[name];
  const [, sign, braced, bare, word, argument, spaced] = accented.exec(inner || tex) ?? [];
  const accent = accents.get(sign ?? word ?? '');
  // Outside of braces, a path may end with such a letter: `\b c`.
  const isOpen = inner === '' && !/^[cvHukr]$/.test(word ?? '');
  const base = braced ?? bare ?? argument ?? (isOpen ? undefined : spaced) ?? '';
  if (accent === undefined || base === '') return undefined;
  const letter = base.startsWith('\\') ? (letters[base.slice(1)] ?? '') : base;
  const composed = renderAccent(letter, accent, '');
  return composed.length === 1 ? composed : undefined;
}

/** Returns the letter or sign of a command without an argument, as `\ss{}`. Blanks end its name, as in `\O rsted`. */
export function readSign(tex: string): string | undefined {
  const [, name = ''] = /^\\([A-Za-z]+)(?:\{\}|\s*)$/.exec(tex) ?? [];
  return Object.hasOwn(letters, name) ? letters[name] : undefined;
}

/** A command that `readLetter` or `readSign` may read. */
const command =
  /\{\\[^{}]+(?:\{[^{}]*\})?\}|\\(?:["'`^~=.]|[A-Za-z](?=\{\\?[A-Za-z]))(?:\{\\?[A-Za-z]\}|\\?[A-Za-z])|\\[cvHukr] \\?[A-Za-z]|\\[A-Za-z]+(?:\{\}|\s*)/g;

/** Replaces the commands of letters in a name. */
export function readLetters(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(command, (tex) => {
    const letter = readLetter(tex) ?? readSign(tex);
    return letter ?? (tex.startsWith('{') ? `{${readLetters(tex.slice(1, -1))}}` : tex);
  });
}
