import { letters } from '../lib/tex/letters.ts';
import { journalMacros } from './journal-macros.ts';
import type { Look } from './runs.ts';

const greek =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda nu xi pi rho sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );
const greekLetters = [...'αβγδεζηθικλνξπρστυφχψω'];

/** Commands that produce a fixed text. */
export const symbols: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...letters,
    ...{ lq: '‘', rq: '’', space: ' ', quad: ' ' },
    ...{ '&': '&', '%': '%', '#': '#', _: '_', '{': '{', '}': '}', $: '$', ' ': ' ', '\n': ' ' },
    ...{ ',': '\u202F', ';': ' ', ':': ' ', '\\': ' ', '!': '', '-': '', '/': '', '@': '' },
    // ADS writes the entities of HTML as commands.
    ...{ lt: '<', gt: '>', amp: '&', nbsp: '\u00A0', mdash: '—', ndash: '–', tilde: '~', deg: '°' },
    ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', larr: '←', rarr: '→', ap: '≈', sime: '≃' },
    // biblatex and zbMATH.
    ...{ hyphen: '-', addslash: '/', addplus: '+', addat: '@', addbdot: '.', addbdotbefore: '.' },
    // The soft and the hard sign of Cyrillic, at MathSciNet.
    ...{ cprime: 'ʹ', cdprime: 'ʺ' },
    // Greek of textgreek, and signs of AASTeX.
    ...Object.fromEntries(greek.map((name, index) => [`text${name}`, greekLetters[index] ?? ''])),
    ...{ arcdeg: '°', degr: '°', arcmin: '′', arcsec: '″', fdg: '°.', farcm: '′.', farcs: '″.' },
    ...{ sun: '☉', earth: '⊕', micron: 'µm' },
    ...journalMacros,
  }),
);

interface Style {
  look: Look;
  /** Whether it is for its argument; if not, it is for the rest of its group. */
  takesArgument: boolean;
}

/** Commands that set text in another look. */
export const styles: ReadonlyMap<string, Style> = new Map(
  (
    [
      [{ isItalic: true }, 'emph textit textsl mkbibemph mkbibitalic', 'em it sl itshape slshape'],
      [{ isBold: true }, 'textbf mkbibbold', 'bf bfseries'],
      [{ isSmall: true }, 'textsc', 'sc scshape'],
      [{ isRaised: true }, 'textsuperscript mkbibsuperscript', ''],
      [{ isLowered: true }, 'textsubscript mkbibsubscript', ''],
    ] as [Look, string, string][]
  ).flatMap(([look, forArgument, forGroup]) =>
    [forArgument, forGroup].flatMap((names, index) =>
      names
        .split(' ')
        .filter(Boolean)
        .map((name) => [name, { look, takesArgument: index === 0 }] as const),
    ),
  ),
);

/** Commands that change nothing in print here, and the ends of a condition. */
export const looks: ReadonlySet<string> = new Set(
  `rm tt sf textrm texttt textsf textup textmd textlf textnormal text mbox hbox fbox uppercase lowercase MakeUppercase
  MakeLowercase MakeTextUppercase MakeTextLowercase relax protect upshape rmfamily sffamily ttfamily normalfont tiny
  scriptsize footnotesize small normalsize large Large nobreak boldmath unboldmath selectfont noindent newblock
  natexlab bibtype xspace ignorespaces unskip allowbreak linebreak hfill nocase leavevmode else fi`.split(
    /\s+/,
  ),
);

/** Commands whose argument is not for print: `\noopsort` is BibTeX’s own trick to steer sorting. */
export const silent: ReadonlySet<string> = new Set(
  `noopsort SortNoop thanks footnote hspace vspace vphantom hphantom phantom label color index marginpar`.split(
    /\s+/,
  ),
);

/** Commands whose second argument is for print, and not their first. */
export const describedFirst: ReadonlySet<string> = new Set(
  'foreignlanguage textcolor bibinfo bibfield raisebox scalebox texorpdfstring'.split(' '),
);

/** Commands that make a link. */
export const linking: ReadonlySet<string> = new Set('url path nolinkurl href doi'.split(' '));

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
