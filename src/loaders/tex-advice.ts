import { readFormula } from '../lib/formula.ts';
import { nameLabel, readArguments } from '../lib/syntax/command-references.ts';
import { cite, citeEach } from './citation-advice.ts';
import { adviseOnEnvironment, isTextEnvironment } from './environment-advice.ts';

/** The advice for a mark. */
export interface MarkAdvice {
  expected: string;
  nearest?: string;
  fix: string;
  /** The text to write in its place, if there is one right answer. */
  right?: string;
}

/** Builds the advice for a command from its arguments in braces, and its name. */
export type Advise = (texts: string[], name: string, options: string[]) => MarkAdvice;

const replace =
  (expected: string, build: (text: string, name: string, options: string[]) => string): Advise =>
  ([text = '', ...others], name, options) => {
    const nearest = build(others.at(-1) ?? text, name, options);
    return { expected, nearest, right: nearest, fix: `Write ${nearest}.` };
  };

const tell =
  (expected: string, fix: string, nearest?: string): Advise =>
  () => ({ expected, fix, ...(nearest !== undefined && { nearest }) });

const remove: Advise = () => ({
  expected: 'no commands that lay out a page; the site does it',
  right: '',
  fix: 'Remove it.',
});

const heading = (level: number) =>
  replace('a heading of Markdown', (words) => `${'#'.repeat(level)} ${words}`);

/** A command that sets the typeface of the rest of its group. */
const turn = (marked: string): Advise =>
  tell(
    'no command for the typeface of the words after it',
    `Write ${marked}, without the command and its braces.`,
  );

const advices: [names: string, advise: Advise][] = [
  ['part chapter section', heading(2)],
  ['subsection', heading(3)],
  ['subsubsection', heading(4)],
  ['paragraph subparagraph', replace('words in bold', (text) => `**${text}**`)],
  ['item', tell('an item of a list', 'Begin the line with “- ”.', '- ')],
  [
    'includegraphics',
    ([file = '']) => {
      const path = /\.[a-z]+$/i.test(file) ? file : `${file}.png`;
      const nearest = `![a description](./${path.replace(/^(?:\.?[^/]*\/)*/, '')})`;
      const expected = 'an image beside the entry, with a description';
      return { expected, nearest, fix: `Write ${nearest}.` };
    },
  ],
  [
    'caption',
    tell(
      'a caption between <Figure …> and </Figure>, or as <Table caption="…">',
      'Write the figure as <Figure src="./name.png" alt="…">, the caption, and </Figure>.',
    ),
  ],
  [
    'label',
    ([label = '']) => ({
      expected: 'no label here; a heading is @sec- and its words, a figure has id="fig-…"',
      fix: `Remove it. An equation is named in its formula, or by $$ {#${nameLabel(label, 'eq')}}.`,
    }),
  ],
  ['pageref nameref vref', replace('a reference such as @fig-loss', (key) => `@${nameLabel(key)}`)],
  ['cite citep citet parencite textcite autocite citealp citealt', cite],
  ['cites parencites autocites textcites footcites citeps', citeEach],
  ['footcite fullcite smartcite citenum supercite', cite],
  [
    'citeauthor Citeauthor citeyear citeyearpar',
    ([key = '']) => ({
      expected: 'a citation with the author and the year, such as @key',
      nearest: `@${key.trim()}`,
      fix: `Write @${key.trim()} once, in place of the author and of the year, or write these as words.`,
    }),
  ],
  [
    'nocite',
    ([keys = '']) => ({
      expected: 'works that the text does not cite in the field “references”',
      fix: `Write references: [${keys}] in the fields at the top of the file.`,
    }),
  ],
  [
    'textsc textrm textsf textup textmd textnormal mbox textcolor',
    replace('words without a typeface', (text) => text),
  ],
  // Prose reads the next ones; fields do not.
  [
    'href',
    ([address, text], ...rest) => replace('a link', () => `[${text}](${address})`)([''], ...rest),
  ],
  ['url', replace('the address alone', (address) => address)],
  ['textsuperscript', replace('letters as in <sup>2</sup>', (text) => `<sup>${text}</sup>`)],
  ['textsubscript', replace('letters as in <sub>2</sub>', (text) => `<sub>${text}</sub>`)],
  [
    'ref eqref cref Cref autoref footnote',
    tell(
      'a reference or a footnote in the prose; a field has none',
      'Write the words themselves, or move them to the prose below the fields.',
    ),
  ],
  ['emph textit', replace('emphasis as in *words*', (text) => `*${text}*`)],
  ['textbf', replace('strong words as in **words**', (text) => `**${text}**`)],
  ['texttt', replace('code as in `words`', (text) => `\`${text}\``)],
  ['bf bfseries', turn('**words**')],
  ['em it sl itshape slshape', turn('*words*')],
  ['tt ttfamily', turn('`words`')],
  ['sc rm sf scshape rmfamily sffamily normalfont', turn('words')],
  ['noindent newpage clearpage pagebreak linebreak newline centering vspace hspace', remove],
  ['smallskip medskip bigskip maketitle tableofcontents bibliography bibliographystyle', remove],
  ['printbibliography appendix small footnotesize large Large raggedright hfill vfill', remove],
  ['documentclass usepackage index phantomsection protect sloppy', remove],
  ['pagestyle thispagestyle setcounter setlength addcontentsline FloatBarrier', remove],
  [
    'def gdef newcommand renewcommand newtheorem DeclareMathOperator',
    tell(
      'a definition in a formula, or in “macros” of content/site.yaml',
      'Put the definition between two lines of $$, or add the macro to content/site.yaml for all pages.',
    ),
  ],
  [
    'begin end',
    ([name = '']) =>
      isTextEnvironment(name)
        ? adviseOnEnvironment(name)
        : {
            expected: 'an environment that begins its own line',
            fix: `Write \\begin{${name}} … \\end{${name}} on lines of its own, with an empty line above and below.`,
          },
  ],
  ['verb lstinline mintinline', tell('code between backticks', 'Write `code` between backticks.')],
  ['input include', tell('the text itself', 'Copy the text of that file to this place.')],
];

const byName = new Map(
  advices.flatMap(([names, advise]) => names.split(' ').map((name) => [name, advise] as const)),
);

/** A command of LaTeX that has an advice of its own, with its arguments. */
export const advisedCommand = new RegExp(
  `(?<!\\\\)\\\\(?:${[...byName.keys()].join('|')})\\*?` +
    String.raw`(?:\[[^\]\n]{0,400}\]|\{[^{}]{0,400}\})+`,
  'g',
);

/** Whether a text begins with a command that has an advice of its own. */
export const isAdvised = (source: string): boolean =>
  byName.has(/^\\([a-z]+)/i.exec(source)?.[1] ?? '');

/** Whether a formula can have the command. */
function isFormula(source: string): boolean {
  try {
    return readFormula(source) !== '';
  } catch {
    return false;
  }
}

/** Returns the advice for a command of LaTeX and its arguments. */
export function adviseOnTex(source: string): MarkAdvice {
  const [, name = '', rest = ''] = /^\\([a-z]+)\*?([^]*)$/i.exec(source) ?? [];
  const advise = byName.get(name);
  if (advise) return advise(readArguments(rest, '{'), name, readArguments(rest, '['));
  if (isFormula(source))
    return {
      expected: 'TeX between dollar signs',
      fix: 'Write it as $\\alpha$, or between backticks if it is code.',
    };
  return {
    expected: 'text; this command is not known here',
    fix: 'Write the words that it prints, TeX between dollar signs, or code between backticks.',
  };
}
