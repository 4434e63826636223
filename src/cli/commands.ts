import type { Option } from 'commander';

/** An option of a command, with flags as in commander. */
type OptionText = [flags: Option['flags'], description: string];

/** A command of the project: `npm run <name>`, or `npm start` and `npm test`. */
export interface Command {
  name: string;
  summary: string;
  options?: OptionText[];
  /** The argument after the options, as in commander. */
  argument?: [name: string, description: string];
  /** Command lines and their effects. */
  examples: [typed: string, effect: string][];
  /** The condition for exit code 1. The code is 0 otherwise, or 2 for a wrongly typed command. */
  fails?: string;
  load: () => Promise<{ run: (options: never, words: string[]) => number | Promise<number> }>;
}

const source: OptionText = [
  '--source <folder>',
  'a folder with the content/ to read instead of that of this project',
];

const buildOptions: OptionText[] = [
  ['--address <address>', 'the address of the site, such as https://account.github.io/portfolio/'],
  ['--anonymous', 'build into dist-anonymous/, without anything that identifies the author'],
  ['--without-venues', 'with --anonymous: leave out venues, events and the status of works'],
  ['--allow <words>', 'with --anonymous: words that do not identify the author; repeatable'],
  ['--out <folder>', 'a folder of .cache/ to build into instead of dist/'],
  source,
];

const notBuilt =
  'the content has faults or the site cannot be built; the previous site then stays in place';

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
    summary: 'Serve the site, and update and check it at each change of content/.',
    options: [source],
    examples: [['npm run dev', 'serves the site until Ctrl-C']],
    load: () => import('./dev.ts'),
  },
  {
    name: 'example',
    summary: 'Serve a made-up site, as an example to look at and to copy from.',
    argument: ['[name]', 'a folder of examples/, by default showcase, which has every feature'],
    examples: [['npm run example -- biology', 'serves that of a biologist with sixty papers']],
    load: () => import('./example.ts'),
  },
  {
    name: 'check',
    summary: 'Report every fault in content/, without a build.',
    options: [
      ['--fix', 'correct the faults that have one right answer, in the files of content/'],
      ['--all', 'list every fault, even if many are alike, and all that has no translation'],
      source,
    ],
    examples: [
      ['npm run check', 'lists faults, notices and unset fields'],
      ['npm run check -- --fix', 'corrects what is certain, and lists what is left'],
    ],
    fails: 'the content has faults',
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
    summary: 'Build the site with PDFs of its printable pages.',
    options: buildOptions,
    examples: [['npm run pdf', 'builds into dist/, and prints pages with a browser']],
    fails: `no browser is found, ${notBuilt}`,
    load: () => import('./pdf.ts'),
  },
  {
    name: 'verify',
    summary: 'Build the site into .cache/verify/, and check every page for defects.',
    options: [
      ['--address <address>', 'the address of the site, instead of the one in site.yaml'],
      source,
    ],
    examples: [['npm run verify', 'checks that this site can be published']],
    fails: 'the content has faults, the site cannot be built, or a page has a defect',
    load: () => import('./verify.ts'),
  },
  {
    name: 'doctor',
    summary: 'Examine the project and this machine, and suggest the next steps.',
    options: [source],
    examples: [['npm run doctor', 'shows the state of content, Node, packages and browser']],
    fails: 'the content has faults, or a package is not the pinned version',
    load: () => import('./doctor.ts'),
  },
  {
    name: 'import',
    summary:
      'Read a site of al-folio, academicpages, HugoBlox, Quarto or Astro Scholar, or a .bib file, and show the files that it becomes here.',
    argument: ['[folder]', 'the folder of the other site, or a .bib file'],
    options: [
      ['--write', 'write the files; no existing file is replaced'],
      ['--own', 'of a single .bib file: its works are papers of yours, not references'],
      [
        '--into <folder>',
        'a folder with the content/ to write into instead of that of this project',
      ],
    ],
    examples: [
      ['npm run import -- ../my-old-site', 'shows the files, and what has no place here'],
      ['npm run import -- --write ../my-old-site', 'writes them'],
      ['npm run import -- --own works.bib', 'shows the papers that the entries become'],
    ],
    fails: 'the folder is no site that can be read',
    load: () => import('./import.ts'),
  },
  {
    name: 'test',
    summary: 'Test the code of this project.',
    argument: ['[steps...]', 'the steps to run, by default all'],
    examples: [
      ['npm test', 'runs every test'],
      ['npm test -- unit', 'runs only the unit tests'],
    ],
    fails: 'a test fails',
    load: () => import('./test.ts'),
  },
  {
    name: 'bench',
    summary: 'Measure speed, as ratios within one run.',
    options: [
      ['--entries <numbers>', 'the sizes of the sites that are built, by default 100,300'],
      ['--alone', 'build them without bare Astro beside them'],
    ],
    argument: ['[steps...]', 'steps to run instead of all: figures, growth, build'],
    examples: [
      ['npm run bench', 'prints the ratios'],
      ['npm run bench -- build --entries 100', 'builds a site of 100 entries, and bare Astro'],
    ],
    load: () => import('./bench.ts'),
  },
  {
    name: 'promises',
    summary: 'Attack the promises of the site, on copies of this project.',
    options: [
      ['--short', 'a few attempts of each kind, as in npm test'],
      ['--seed <number>', 'a seed for other attempts, by default 1'],
    ],
    argument: ['[attacks...]', 'the attacks to make, such as kills and pairs, by default all'],
    examples: [
      ['npm run promises', 'makes all attempts, and writes the results to docs/promises.md'],
      ['npm run promises -- kills --seed 7', 'kills builds at other moments'],
    ],
    fails: 'a promise is broken',
    load: () => import('./promises.ts'),
  },
  {
    name: 'docs',
    summary: 'Write the generated parts of the documentation.',
    examples: [['npm run docs', 'writes the generated pages of docs/']],
    load: () => import('./docs.ts'),
  },
  {
    name: 'train',
    summary:
      'Train the models that the figures “Trained against constructed” and “Patch two transformers” show.',
    options: [['--check', 'train them again, and compare with the weights that are kept']],
    examples: [
      ['npm run train', 'writes trained.ts in the folders of both figures, in several minutes'],
      ['npm run train -- --check', 'fails if a bit of a weight differs on this machine'],
    ],
    fails: 'other weights are found with --check',
    load: () => import('./train.ts'),
  },
  {
    name: 'fonts',
    summary: 'Reduce the typefaces to the characters that the site uses.',
    examples: [['npm run fonts', 'writes src/fonts/ and src/styles/fonts.css']],
    load: () => import('./fonts.ts'),
  },
];
