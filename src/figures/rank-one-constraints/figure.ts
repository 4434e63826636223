import { computedFrom, panelWidths, type InteractiveFigure } from '../shared/interactive-figure.ts';
import { drawConstraints } from './constraints-panel.ts';
import { checkAge, field, type AgeCheck } from './core.ts';
import { parameters } from './parameters.ts';
import { drawRing } from './ring-panel.ts';
import { summarize, tabulate } from './text.ts';

/** An age check as rank-one constraints over a small prime field, with witnesses that are true or forged. */
export const rankOneConstraints: InteractiveFigure<typeof parameters, AgeCheck> = {
  lookAt:
    'The circuit accepts if every constraint that is left holds: compare the marks at the left with where d stands on the ring.',
  ...computedFrom(
    'rank-one constraints: Ben-Sasson et al. (2013) and Groth (2016), §2; range check: Num2Bits of circomlib, with the language of Bellés-Muñoz et al. (2023)',
  ),
  parameters,
  compute: ({ age, deleted, witness, difference, digits, bits }) =>
    checkAge(age, witness === 'edited' ? { difference, digits } : witness, deleted, {
      ...field,
      bits,
    }),
  draw: (result, _values, _input, width = panelWidths.wide) => ({
    panels: [drawConstraints(result, width), drawRing(result, width)],
    summary: summarize(result),
    table: tabulate(result),
  }),
};
