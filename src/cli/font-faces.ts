import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { signs } from './font-parts.ts';
import {
  buildFallback,
  buildMonoFallback,
  buildSignSize,
  listParts,
  type Cut,
  type StandIn,
} from './subset-fonts.ts';

/** The style sheet that `npm run fonts` writes. */
export const facesFile = join(import.meta.dirname, '../styles/fonts.css');

type Descriptors = Record<string, string | undefined>;

interface FaceCut {
  cut: Cut;
  weight: string;
  style?: 'italic';
}

interface Family {
  name: string;
  cuts: FaceCut[];
}

const serifs: Family[] = [
  { name: 'Newsreader Display', cuts: [{ cut: 'newsreader-display', weight: '300' }] },
  {
    name: 'Newsreader',
    cuts: [
      { cut: 'newsreader-text', weight: '400 560' },
      { cut: 'newsreader-italic', weight: '400', style: 'italic' },
    ],
  },
];

const mono: Family = { name: 'Geist Mono', cuts: [{ cut: 'geist-mono', weight: '400 560' }] };

/** The local faces of each fallback, by style. */
const standIns: Record<StandIn, { suffix: string; normal: string[]; italic: string[] }> = {
  times: {
    suffix: 'Times',
    normal: ['Times New Roman', 'Liberation Serif', 'Tinos'],
    italic: ['Times New Roman Italic', 'Liberation Serif Italic', 'Tinos Italic'],
  },
  noto: {
    suffix: 'Noto',
    normal: ['Noto Serif', 'NotoSerif-Regular'],
    italic: ['Noto Serif Italic', 'NotoSerif-Italic'],
  },
};

const monospaces = ['Menlo', 'Liberation Mono', 'DejaVu Sans Mono', 'Roboto Mono', 'Courier New'];

/** Faces for the Arabic letters of labels: a monospace would stretch each of them to the width of an m. */
const arabic = {
  names: [
    'Geeza Pro',
    'Segoe UI',
    'Noto Sans Arabic',
    'Noto Naskh Arabic',
    'DejaVu Sans',
    'Tahoma',
  ],
  range: 'U+600-6FF, U+750-77F, U+8A0-8FF, U+FB50-FDFF, U+FE70-FEFF',
};

const header = `/* Written by \`npm run fonts\`. Each cut is one file that every page needs and others that a browser
   fetches for a character in their range. Signs and single Greek letters are set in the faces of formulas. Until a file
   is there, and for letters that none has, a serif that the reader has stands in, scaled to the width and height of the
   cut: Times on computers, Noto Serif on Android. */

`;

const monoNote =
  '/* Nearly every monospace is six tenths of an em wide: only the height needs fitting. */\n';

const lists = `:root {
  --display-signs: 'Newsreader Display Signs';
  --text-signs: 'Newsreader Signs';
  --newsreader-display: 'Newsreader Display', var(--display-signs), 'Newsreader Display Times', 'Newsreader Display Noto', Georgia, 'DejaVu Serif', serif;
  --newsreader: Newsreader, var(--text-signs), 'Newsreader Times', 'Newsreader Noto', Georgia, 'DejaVu Serif', serif;
  --geist-mono: 'Geist Mono', 'Geist Mono Stand-in', ui-monospace, monospace;
}

/* Greek words are set in one face, with their accents and capitals. */
:root[data-greek] {
  --display-signs: 'Newsreader Display Times';
  --text-signs: 'Newsreader Times';
}
`;

/** Builds the text of `fonts.css`. */
export async function buildFontFaces(): Promise<string> {
  const rules: string[] = [];
  for (const family of serifs) {
    rules.push(...listFiles(family), ...(await listSigns(family)));
    for (const standIn of ['times', 'noto'] as const)
      for (const cut of family.cuts) rules.push(await formatStandIn(family.name, cut, standIn));
  }
  rules.push(...listFiles(mono), formatArabic(), monoNote + (await formatMonoStandIn()), lists);
  const options = await resolveConfig(facesFile);
  return await format(header + rules.join('\n'), { ...options, parser: 'css' });
}

/** The rules of the files of a family. */
function listFiles({ name, cuts }: Family): string[] {
  return cuts.flatMap(({ cut, weight, style }) =>
    Object.entries(listParts(cut)).map(([part, { text }]) =>
      formatFace({
        'font-family': `'${name}'`,
        src: `url('../fonts/${cut}${part}.woff2') format('woff2')`,
        'font-weight': weight,
        'font-style': style,
        'font-display': 'swap',
        'unicode-range': part === '' ? undefined : formatRange(text),
      }),
    ),
  );
}

/** The rules of the signs of a family, in the size of its upright letters. */
async function listSigns({ name, cuts: [first] }: Family): Promise<string[]> {
  const size = first && (await buildSignSize(first.cut));
  return Object.entries(signs).map(([file, { text }]) =>
    formatFace({
      'font-family': `'${name} Signs'`,
      src: `url('../fonts/${file}.woff2') format('woff2')`,
      'font-display': 'swap',
      'unicode-range': formatRange(text),
      ...size,
    }),
  );
}

async function formatStandIn(
  family: string,
  { cut, style }: FaceCut,
  standIn: StandIn,
): Promise<string> {
  const { suffix, ...names } = standIns[standIn];
  return formatFace({
    'font-family': `'${family} ${suffix}'`,
    src: formatLocal(names[style ?? 'normal']),
    'font-style': style,
    ...(await buildFallback(cut, standIn)),
    'line-gap-override': '0%',
  });
}

function formatArabic(): string {
  return formatFace({
    'font-family': `'${mono.name}'`,
    src: formatLocal(arabic.names),
    'font-weight': '400 560',
    'unicode-range': arabic.range,
  });
}

async function formatMonoStandIn(): Promise<string> {
  return formatFace({
    'font-family': `'${mono.name} Stand-in'`,
    src: formatLocal(monospaces),
    ...(await buildMonoFallback()),
    'line-gap-override': '0%',
  });
}

const formatLocal = (names: readonly string[]): string =>
  names.map((name) => `local('${name}')`).join(', ');

function formatFace(descriptors: Descriptors): string {
  const lines = Object.entries(descriptors).flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name}: ${value};\n`],
  );
  return `@font-face {\n${lines.join('')}}\n`;
}

/** Formats the characters of `text` as a `unicode-range`. */
function formatRange(text: string): string {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const spans: [first: number, last: number][] = [];
  for (const point of points.toSorted((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last?.[1] === point - 1) last[1] = point;
    else spans.push([point, point]);
  }
  const hex = (point: number): string => point.toString(16).toUpperCase();
  return spans
    .map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`))
    .join(', ');
}
