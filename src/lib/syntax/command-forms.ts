/** The meaning of a LaTeX command in prose. */
export type CommandForm =
  | { kind: 'formula'; count: number }
  | { kind: 'words'; element: string; count?: number }
  | { kind: 'code' | 'address' | 'reference' | 'citation'; count: 1 };

const list = <Form extends CommandForm>(names: string, form: Form): Record<string, Form> =>
  Object.fromEntries(names.split(' ').map((name) => [name, form]));

/** The commands that are read in prose. `count` is the number of their arguments in braces. */
export const commandForms: Readonly<Record<string, CommandForm>> = {
  // Definitions, chemistry, and numbers with units.
  ...list('newcommand renewcommand providecommand DeclareMathOperator', {
    kind: 'formula',
    count: 2,
  }),
  ...list('DeclarePairedDelimiter', { kind: 'formula', count: 3 }),
  ...list('ce pu si unit num ang', { kind: 'formula', count: 1 }),
  ...list('SI qty numrange', { kind: 'formula', count: 2 }),
  ...list('SIrange qtyrange', { kind: 'formula', count: 3 }),
  ...list('textbf', { kind: 'words', element: 'strong' }),
  ...list('emph textit textsl', { kind: 'words', element: 'emphasis' }),
  ...list('sout', { kind: 'words', element: 'delete' }),
  ...list('underline', { kind: 'words', element: 'u' }),
  ...list('textsuperscript', { kind: 'words', element: 'sup' }),
  ...list('textsubscript', { kind: 'words', element: 'sub' }),
  ...list('footnote', { kind: 'words', element: 'footnote' }),
  ...list('href', { kind: 'words', element: 'link', count: 2 }),
  ...list('texttt', { kind: 'code', count: 1 }),
  ...list('url', { kind: 'address', count: 1 }),
  ...list('ref eqref autoref cref Cref', { kind: 'reference', count: 1 }),
  ...list('cite citep parencite autocite Parencite Autocite Citep', { kind: 'citation', count: 1 }),
  ...list('citet textcite Citet Textcite', { kind: 'citation', count: 1 }),
};

/** The elements for groups of the old commands of typefaces. */
export const groupForms: Readonly<Record<string, 'strong' | 'emphasis' | 'inlineCode'>> = {
  ...{ bf: 'strong', bfseries: 'strong', tt: 'inlineCode', ttfamily: 'inlineCode' },
  ...{ em: 'emphasis', it: 'emphasis', itshape: 'emphasis', sl: 'emphasis', slshape: 'emphasis' },
};

/** Whether a command names its works within the sentence, as `@key` does. */
export function isNaming(command: string): boolean {
  return /^(citet|textcite)$/i.test(command);
}

/** The environments of mathematics. Others are faults, with advice. */
export const formulaEnvironments = new Set(
  ['equation', 'align', 'gather', 'multline', 'alignat', 'eqnarray', 'flalign', 'displaymath']
    .concat(['math', 'cases', 'aligned', 'gathered', 'array', 'split', 'CD', 'alignedat'])
    .concat(['matrix', 'pmatrix', 'bmatrix', 'vmatrix', 'Vmatrix', 'Bmatrix', 'smallmatrix'])
    .concat(['dcases', 'rcases', 'drcases', 'darray', 'multlined', 'lgathered', 'rgathered'])
    .concat(['dmath', 'IEEEeqnarray', 'xalignat', 'xxalignat'])
    .concat(
      ['p', 'b', 'B', 'v', 'V'].flatMap((sign) => [`${sign}smallmatrix`, `${sign}NiceMatrix`]),
    )
    .concat(['NiceMatrix']),
);
