import type { Option } from 'commander';

/** An option of a command, as commander writes its flags. */
type OptionText = [flags: Option['flags'], description: string];

/** A command of the project: `npm run <name>`, or `npm start` and `npm test`. */
export interface Command {
  name: string;
  summary: string;
  options?: OptionText[];
  /** What may follow the options, as commander writes it. */
  argument?: [name: string, description: string];
  /** How it is typed, and what that does. */
  examples: [typed: string, effect: string][];
  /** When it ends with 1; it ends with 0 otherwise, and with 2 where it was typed wrongly. */
  fails?: string;
  load: () => Promise<{ run: (options: never, words: string[]) => number | Promise<number> }>;
}

const source: OptionText = [
  '--source <folder>',
  'the folder that holds the content/ to read, in place of this project',
];

const buildOptions: OptionText[] = [
  ['--address <address>', 'where the site will stand, as https://account.github.io/portfolio/'],
  ['--anonymous', 'leave out all that leads to the author, into dist-anonymous/'],
  ['--without-venues', 'with --anonymous: leave out where papers stand'],
  ['--allow <words>', 'with --anonymous: words that name nobody; can be given again'],
  ['--out <folder>', 'a folder of .cache/ to build into, in place of dist/'],
  source,
];

const notBuilt = 'the content has a fault or the site could not be built; the last good one stays';

export const commands: Command[] = [
  {
    name: 'start',
    summary: 'Build the site and serve it on this machine.',
    examples: [['npm start', 'builds the site and serves it at http://localhost:4321/']],
    fails: notBuilt,
    load: () => import('./start.ts'),
  },
  {
    name: 'dev',
    summary: 'Serve the site while it is being written, and check content/ at each change.',
    options: [source],
    examples: [['npm run dev', 'serves the site; Ctrl-C ends it']],
    load: () => import('./dev.ts'),
  },
  {
    name: 'check',
    summary: 'Report every fault in content/, and build nothing.',
    options: [source],
    examples: [['npm run check', 'lists faults, notices and what is not set']],
    fails: 'the content has a fault',
    load: () => import('./check.ts'),
  },
  {
    name: 'build',
    summary: 'Check the content and build the site into dist/.',
    options: buildOptions,
    examples: [
      ['npm run build', 'builds into dist/'],
      ['npm run build -- --address https://ada.github.io/portfolio/', 'for that address'],
      ['npm run build -- --anonymous', 'for a blind review, into dist-anonymous/'],
    ],
    fails: notBuilt,
    load: () => import('./build.ts'),
  },
  {
    name: 'pdf',
    summary: 'Build the site, with PDFs beside the pages that are made for paper.',
    options: buildOptions,
    examples: [['npm run pdf', 'builds into dist/, and prints it in a browser']],
    fails: `no browser is found, ${notBuilt}`,
    load: () => import('./pdf.ts'),
  },
  {
    name: 'verify',
    summary: 'Build the site into .cache/verify/, and look for defects on every page.',
    options: [
      ['--address <address>', 'where the site will stand, in place of what site.yaml says'],
      source,
    ],
    examples: [['npm run verify', 'tells whether this site can be published']],
    fails: 'the content has a fault, the site could not be built, or a page has a defect',
    load: () => import('./verify.ts'),
  },
  {
    name: 'doctor',
    summary: 'Look at the project and this machine, and say what to do next.',
    options: [source],
    examples: [['npm run doctor', 'tells the state of content, Node, packages and browser']],
    fails: 'the content has a fault, or a package is not installed as it is pinned',
    load: () => import('./doctor.ts'),
  },
  {
    name: 'test',
    summary: 'Test the code of this project.',
    argument: ['[steps...]', 'the steps to run, in place of all'],
    examples: [
      ['npm test', 'runs every test'],
      ['npm test -- unit', 'runs the unit tests alone'],
    ],
    fails: 'a test fails',
    load: () => import('./test.ts'),
  },
  {
    name: 'bench',
    summary: 'Measure speed, as ratios within one run.',
    examples: [['npm run bench', 'prints the ratios; it judges nothing']],
    load: () => import('./bench.ts'),
  },
  {
    name: 'promises',
    summary: 'Attack what the site promises, on copies of this project.',
    options: [
      ['--short', 'a few attempts of each kind, as npm test makes them'],
      ['--only <attacks>', 'some kinds alone, as kills,pairs'],
      ['--seed <number>', 'other attempts than those of seed 1'],
    ],
    examples: [
      ['npm run promises', 'makes all attempts, and writes their figures to docs/promises.md'],
      ['npm run promises -- --only kills --seed 7', 'ends builds at other moments'],
    ],
    fails: 'a promise is broken',
    load: () => import('./promises.ts'),
  },
  {
    name: 'docs',
    summary: 'Write the parts of the documentation that are made from the code.',
    examples: [['npm run docs', 'writes the generated pages of docs/']],
    load: () => import('./docs.ts'),
  },
  {
    name: 'fonts',
    summary: 'Cut the typefaces down to what the site sets.',
    examples: [['npm run fonts', 'writes src/fonts/ and src/styles/fonts.css']],
    load: () => import('./fonts.ts'),
  },
];
