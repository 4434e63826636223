const drawing = 'Save it as an SVG beside the entry, and write ![a description](./name.svg).';

/** What to write in place of an environment that KaTeX lacks and that no other one is the same as. */
const formulas: readonly (readonly [names: RegExp, fix: string])[] = [
  [
    /^(?:dgroup|displaylines|eqsplit)$/,
    'Write \\begin{gather} … \\end{gather}, with \\\\ between the formulas.',
  ],
  [
    /^empheq$/,
    'Write the environment of its argument, as \\begin{align} … \\end{align}; a box is \\boxed{…}.',
  ],
  [
    /^(?:sub)?numcases$/,
    'Write \\begin{equation} f = \\begin{cases} a & b \\\\ c & d \\end{cases} \\end{equation}.',
  ],
  [
    /^[dr]?cases$/,
    'Write \\begin{cases} a & b \\\\ c & d \\end{cases}, with \\text{…} around words.',
  ],
  [
    /^(?:IEEEeqnarraybox[mt]?|autobreak|breqn)$/,
    'Write \\begin{aligned} a &= b \\\\ &= c \\end{aligned}.',
  ],
  [
    /^(?:[pbvBV]?NiceArray|tabular[x*]?)$/,
    'Write \\begin{array}{cc} a & b \\\\ c & d \\end{array}.',
  ],
  [/^substack$/, 'Write \\substack{a \\\\ b}.'],
  [/^(?:tikzcd|tikzpicture|forest|prooftree|picture|circuitikz|pgfpicture)$/, drawing],
];

/** Returns what to write in place of an environment of mathematics or of a drawing that the site does not read. */
export function adviseOnFormulaEnvironment(name: string): string | undefined {
  const bare = name.replace(/\*$/, '');
  return formulas.find(([names]) => names.test(bare))?.[1];
}

const fixes: readonly (readonly [expected: RegExp, fix: string])[] = [
  [
    /Undefined control sequence: \\(?:eq|page|auto|c|C)?ref$|: \\(?:cite[a-z]*|footnote)$/,
    'Write it outside of the dollar signs.',
  ],
  [
    /Undefined control sequence: \\(?:[vh]space|[vh]fill|scalebox|resizebox|numberwithin|centering|allowdisplaybreaks)$/,
    'Remove it. The site lays out the page.',
  ],
  [
    /Undefined control sequence: \\l?eqalignno$/,
    'Write \\begin{align} a &= b \\\\ c &= d \\end{align}, which numbers its rows.',
  ],
  [
    /Undefined control sequence: \\(?:short)?intertext$/,
    'Write the words between two formulas, or as \\text{…} in a row of their own.',
  ],
  [
    /Undefined control sequence: \\(?=[a-zA-Z])/,
    'Correct the name, or define it under “macros” in content/site.yaml. The supported TeX is listed at https://katex.org/docs/supported.',
  ],
  [
    /^a matrix without/,
    'Remove the option with its row or column, or write \\begin{array}{cc} a & b \\\\ c & d \\end{array}.',
  ],
  [
    /^units that are known/,
    'Write the unit in letters, as in \\SI{3}{kHz}, or by the names of siunitx.',
  ],
];
const anyFix =
  'Correct the formula. The supported TeX is listed at https://katex.org/docs/supported.';

/** Returns what to do about a mistake that KaTeX found. */
export function adviseOnMistake(expected: string): string {
  const [, environment = ''] = /No such environment: ([\w*]+)/.exec(expected) ?? [];
  return (
    adviseOnFormulaEnvironment(environment) ??
    fixes.find(([pattern]) => pattern.test(expected))?.[1] ??
    anyFix
  );
}
