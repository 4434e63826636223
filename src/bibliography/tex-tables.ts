import { journalMacros } from './journal-macros.ts';

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
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['b', '\u0331'],
  ['t', '\u0361'],
]);

/** Commands that produce a fixed text. */
export const symbols: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ ss: 'ß', SS: 'ẞ', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', i: 'ı', j: 'ȷ', aa: 'å', AA: 'Å' },
    ...{ ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ', dj: 'đ', DJ: 'Đ' },
    ...{ ng: 'ŋ', NG: 'Ŋ', S: '§', P: '¶', dag: '†', ddag: '‡', copyright: '©', pounds: '£' },
    ...{ ldots: '…', dots: '…', textellipsis: '…', slash: '/', textbar: '|', textbullet: '•' },
    ...{ textendash: '–', textemdash: '—', textquoteleft: '‘', textquoteright: '’' },
    ...{
      textquotedblleft: '“',
      textquotedblright: '”',
      textquotesingle: "'",
      textquotedbl: '"',
      quotesinglbase: '‚',
    },
    ...{ quotedblbase: '„', guillemotleft: '«', guillemotright: '»', lq: '‘', rq: '’' },
    ...{ textexclamdown: '¡', textquestiondown: '¿', textregistered: '®', texttrademark: '™' },
    ...{ textcopyright: '©', textdegree: '°', texteuro: '€', euro: '€', textsterling: '£' },
    ...{ textbackslash: '\\', textasciitilde: '~', textasciicircum: '^', textunderscore: '_' },
    ...{ textdollar: '$', textless: '<', textgreater: '>', textmu: 'µ', textpm: '±' },
    ...{ texttimes: '×', textordfeminine: 'ª', textordmasculine: 'º', textbraceleft: '{' },
    ...{ textbraceright: '}', TeX: 'TeX', LaTeX: 'LaTeX', BibTeX: 'BibTeX', space: ' ', quad: ' ' },
    ...{ '&': '&', '%': '%', '#': '#', _: '_', '{': '{', '}': '}', $: '$', ' ': ' ', '\n': ' ' },
    ...{ ',': '\u202F', ';': ' ', ':': ' ', '\\': ' ', '!': '', '-': '', '/': '', '@': '' },
    // ADS writes the entities of HTML as commands.
    ...{ lt: '<', gt: '>', amp: '&', nbsp: '\u00A0', mdash: '—', ndash: '–', tilde: '~', deg: '°' },
    ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', larr: '←', rarr: '→', ap: '≈', sime: '≃' },
    // biblatex and zbMATH.
    ...{ hyphen: '-', addslash: '/', addplus: '+', addat: '@', addbdot: '.', addbdotbefore: '.' },
    ...journalMacros,
  }),
);

/** Commands for the look of the text after them, and the ends of a condition; plain text has neither. */
export const looks: ReadonlySet<string> = new Set(
  `em it bf sc rm tt sf sl emph textit textbf textsc textrm texttt textsf textsl textup textmd
  textnormal textmd text mbox hbox uppercase lowercase MakeUppercase MakeLowercase relax protect
  itshape bfseries scshape rmfamily sffamily ttfamily normalfont small large nobreak boldmath
  mkbibemph mkbibitalic mkbibbold else fi`.split(/\s+/),
);

/**
 * Commands whose first argument is not for print: `\noopsort` is BibTeX's own trick to steer sorting,
 * `\href` has an address before its text.
 */
export const silent: ReadonlySet<string> = new Set(
  'noopsort href thanks footnote hspace vspace vphantom hphantom phantom'.split(' '),
);

/** Signs that TeX's fonts join into one, the longest first. */
export const ligatures: readonly (readonly [string, string])[] = [
  ['---', '—'],
  ['--', '–'],
  ['``', '“'],
  ["''", '”'],
  ['?`', '¿'],
  ['!`', '¡'],
  ['`', '‘'],
  ["'", '’'],
  ['~', '\u00A0'],
];

/** Raised and lowered digits and signs in plain text. */
export const raised: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-n'].map((sign, index) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ'][index] ?? sign]),
);
export const lowered: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-'].map((sign, index) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋'][index] ?? sign]),
);
