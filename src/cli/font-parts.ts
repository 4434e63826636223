// The characters of each file of the typefaces. Every character that a typeface has is in one of its files.

const span = (first: number, last: number): string =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));

const without = (text: string, taken: string): string =>
  Array.from(text, (character) => (taken.includes(character) ? '' : character)).join('');

/** A file of a typeface: the subset of the package that has its characters, and these. */
export interface Part {
  subset: string;
  text: string;
  keepFeatures: string[];
}

const everyday = span(0x20, 0x7e) + '\u00a0–—‘’“”…·•′″×−±°§©²³äöüéèáãçñóøåíß';
const latin1 = without(span(0xa1, 0xff) + 'ıŒœʼˆ˚˜‚„‹›⁄€™', everyday + '\u00ad');
const latinExtended = without(span(0x100, 0x17e), 'ıĲĳŉŒœ') + 'ƏəƒȘșȚțẀẁẂẃẄẅẞ†';
const rare =
  `ǄǅǆǇǈǉǊǋǌǍǎǤǥǦǧǨǩǪǫ${span(0x1fa, 0x217)}ȪȫȬȭȰȱȲȳȷʹʺˇˈ˝\u0304\u0308ḠḡꞋꞌ` + '₡₣₤₦₧₩₪₫₭₱₲₵₹₺₼₽';
/** The letters of Vietnamese, Yoruba and Igbo, and marks that stand by themselves. */
const vietnamese = `ƠơƯư${span(0x1ea0, 0x1ef9)}\u0300\u0301\u0303\u0309\u0323`;

/** The files of each serif. Kerning doubles a file, so only the one that every page needs has it. */
export const parts = {
  '': { subset: 'latin', text: everyday, keepFeatures: ['kern', 'liga', 'calt', 'tnum', 'pnum'] },
  '-latin-1': { subset: 'latin', text: latin1, keepFeatures: [] },
  '-latin-ext': { subset: 'latin-ext', text: latinExtended, keepFeatures: [] },
  '-latin-rare': { subset: 'latin-ext', text: rare, keepFeatures: ['mark'] },
  '-vietnamese': { subset: 'vietnamese', text: vietnamese, keepFeatures: ['mark'] },
};

export const cyrillic: Part = {
  subset: 'cyrillic',
  text: `${span(0x400, 0x45f)}ҐґҰұ№`,
  keepFeatures: [],
};

/** The files of the monospace, which has Cyrillic and the lines of drawings in text, too. */
export const monoParts: Record<string, Part> = {
  ...parts,
  '-latin-1': { ...parts['-latin-1'], text: `${latin1}↑↓` },
  '-cyrillic': cyrillic,
  '-cyrillic-ext': {
    subset: 'cyrillic-ext',
    text: 'ѢѣѪѫѲѳѴѵҒғҖҗҚқҢңҮүҲҳҶҷҺһӀӏӘәӢӣӨөӮӯ₴',
    keepFeatures: [],
  },
  '-boxes': { subset: 'symbols2', text: span(0x2500, 0x259f), keepFeatures: [] },
};

/** Signs in a face of KaTeX. */
export interface SignFile {
  file: string;
  text: string;
}

/** The signs of mathematics and Greek letters, which the serif has not, in the faces of its formulas. */
export const signs: Record<'signs' | 'greek', SignFile> = {
  signs: {
    file: 'KaTeX_Main-Regular',
    text: 'ΓΔΘΛΞΠΣΦΨΩ←↑→↓↔↕↖↗↘↙↦⇐⇑⇒⇓⇔∀∂∃∅∇∈∋∓∖∗∘√∝∞∠∣∥∧∨∩∪∫∼≃≅≈≍≐≡≤≥≪≫≺≻⊂⊃⊆⊇⊎⊑⊒⊓⊔⊕⊖⊗⊘⊙⊢⊣⊤⊥⊨⋄⋅⋆⋈⋮⋯⋱⌈⌉⌊⌋⟨⟩⟵⟶⟷ℏℑℓ℘ℜℵ△◯♠♡♢♣♭♮♯‡',
  },
  greek: { file: 'KaTeX_Math-Italic', text: `${span(0x3b1, 0x3c9)}ϑϕϖϱϵ` },
};
