/** Letters that the typefaces of the site lack, and the packages that have them. */
interface Script {
  /** A text with these letters needs a package. */
  needs: RegExp;
  /** The characters that the packages draw. Others are left to the typefaces of the site. */
  draws: RegExp;
  /** The packages, the best first, for a text in a language. */
  packages: (text: string, language: string) => readonly Package[];
  /** The size of an em beside that of the serif of titles. */
  scale: number;
  /** The height of its letters above the baseline, in em of the title. */
  ascent: number;
  /** The distance between baselines, in em of the title. */
  lineHeight: number;
}

export type Package = `noto-${string}`;

/** The serif of each language in which a Han character may look different. */
const hanPackages = {
  'zh-Hans': 'noto-serif-sc',
  'zh-Hant': 'noto-serif-tc',
  ja: 'noto-serif-jp',
  ko: 'noto-serif-kr',
} as const;

/** Cyrillic in titles, and Greek words. A single Greek letter is a sign of a formula. */
const european = { packages: () => ['noto-serif'] as const, scale: 0.88 };

export const scripts: readonly Script[] = [
  {
    needs: /\p{Script=Greek}{3}/u,
    draws: /\p{Script=Greek}/u,
    ...european,
    ...{ ascent: 0.7, lineHeight: 1.1 },
  },
  {
    needs: /\p{Script=Cyrillic}/u,
    draws: /\p{Script=Cyrillic}/u,
    ...european,
    ...{ ascent: 0.7, lineHeight: 1.1 },
  },
  {
    needs: /\p{scx=Arabic}/u,
    // Persian separates letters of a word by a joiner without width.
    draws: /[\p{scx=Arabic}\u200c\u200d]/u,
    packages: () => ['noto-naskh-arabic'],
    ...{ scale: 1, ascent: 0.78, lineHeight: 1.4 },
  },
  {
    needs: /\p{scx=Hebrew}/u,
    draws: /\p{scx=Hebrew}/u,
    packages: () => ['noto-serif-hebrew'],
    ...{ scale: 0.9, ascent: 0.7, lineHeight: 1.15 },
  },
  {
    needs:
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u,
    draws:
      /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}\u3000-\u303f\uff00-\uffef]/u,
    packages: (text, language) => {
      const first = hanPackages[findHanLanguage(text, language)];
      return [first, ...Object.values(hanPackages).filter((other) => other !== first)];
    },
    ...{ scale: 0.94, ascent: 0.83, lineHeight: 1.22 },
  },
];

/** The package that should have the letters of `text`, if the site names one. */
export function findPackage(text: string, language: string): Package | undefined {
  return scripts.find(({ draws }) => draws.test(text))?.packages(text, language)[0];
}

/** The language whose forms the Han characters of `text` have: that of the text, else that of its letters. */
function findHanLanguage(text: string, language: string): keyof typeof hanPackages {
  const { language: name, script } = new Intl.Locale(language).maximize();
  if (name === 'ja' || name === 'ko') return name;
  if (script === 'Hant') return 'zh-Hant';
  if (name === 'zh') return 'zh-Hans';
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  return /\p{Script=Hangul}/u.test(text) ? 'ko' : 'zh-Hans';
}

/** The height of letters and the distance between baselines that a title needs, in em. */
export function measureLines(title: string): { ascent: number; lineHeight: number } {
  const used = scripts.filter(({ needs }) => needs.test(title));
  return {
    ascent: Math.max(0.7, ...used.map(({ ascent }) => ascent)),
    lineHeight: Math.max(1.04, ...used.map(({ lineHeight }) => lineHeight)),
  };
}
