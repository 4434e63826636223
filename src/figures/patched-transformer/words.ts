import type { DataTable } from '../shared/interactive-figure.ts';
import { formatNumber } from '../shared/number.ts';
import type { Values } from '../shared/parameter.ts';
import type { Circuits, Probe } from './core.ts';
import { modelNames, nameComponents, nameSite, sites } from './names.ts';
import type { parameters } from './parameters.ts';
import { models, type Model } from './settings.ts';
import { curveNames } from './shift-panel.ts';
import type { Answerer, Shift, ShiftErrors } from './shift.ts';

type Chosen = Values<typeof parameters>;

export function summarize(result: Probe, values: Chosen): string {
  return [
    summarizePatches(result, values),
    'circuits' in result
      ? summarizeCircuits(result.circuits)
      : summarizeShift(result.shift, result.name),
  ].join(' ');
}

/** The effect of all of each layer. */
function summarizePatches({ effects, pairs }: Probe, { direction }: Chosen): string {
  const verb = direction === 'denoise' ? 'restores' : 'undoes';
  const shares = models.map((model) =>
    sites.flatMap(({ components }, n) =>
      components.length > 1 ? [print(effects[model].means[n] ?? NaN)] : [],
    ),
  );
  const [few = [], many = []] = shares;
  return (
    `Patching all of layer 1 ${verb} ${few[0]} of the change with ${modelNames.few} and ${many[0]} with ${modelNames.many}, ` +
    `all of layer 2 ${few[1]} and ${many[1]}: means over ${pairs} pairs of prompts.`
  );
}

function summarizeShift({ factors, errors }: ShiftErrors, name: Shift): string {
  const all: Answerer[] = ['few', 'many', 'table', 'ridge'];
  const list = (factor: number) => {
    const at = factors.indexOf(factor);
    return all.map((one) => `${print(errors[one][at] ?? NaN)} (${curveNames[one]})`).join(', ');
  };
  return `Squared errors relative to zero’s, as trained: ${list(1)}; with the ${name} doubled: ${list(2)}.`;
}

function summarizeCircuits(circuits: Circuits): string {
  const describe = (model: Model) => {
    const { smallest, best } = circuits[model];
    const errors = `error ${print(smallest.error)}, of the whole ${print(best.at(-1)?.error ?? NaN)}`;
    return `${smallest.kept.length} with ${modelNames[model]} (${errors})`;
  };
  return `Of ${circuits.few.best.length - 1} components, nine tenths of the explained variance need ${models.map(describe).join(' and ')}.`;
}

/** Two digits: means over prompts are not exact to more. */
function print(value: number): string {
  return value > 0 && value < 0.001 ? '< 0.001' : formatNumber(Number(value.toPrecision(2)));
}

/** Rows for the patches of each component, and for the test that is shown. */
export function tabulate(result: Probe, { direction, pair }: Chosen): DataTable {
  const { effects, targets } = result;
  const kind = direction === 'denoise' ? 'restored' : 'undone';
  const ofBoth = <Value>(pick: (model: Model) => Value) => models.map(pick);
  const shares = sites.flatMap((site, n) => [
    [
      `Share ${kind} by ${nameSite(site)}, mean`,
      ...ofBoth((model) => effects[model].means[n] ?? NaN),
    ],
    [
      `Share ${kind} by ${nameSite(site)}, pair ${pair}`,
      ...ofBoth((model) => effects[model].chosen[n] ?? NaN),
    ],
  ]);
  const runs = (['clean', 'corrupted'] as const).map((run) => [
    `Prediction for the ${run} prompt of pair ${pair}, where its task gives ${formatNumber(targets[run])}`,
    ...ofBoth((model) => effects[model][run]),
  ]);
  const patches = [...runs, ...shares];
  if ('circuits' in result) {
    const { circuits } = result;
    const sizes = circuits.few.best.map((_, size) => size);
    const rows = sizes.flatMap((size) => [
      [
        `Best circuit of ${size}`,
        ...ofBoth((model) => nameComponents(circuits[model].best[size]?.kept ?? [])),
      ],
      [
        `Its squared error, relative to zero’s`,
        ...ofBoth((model) => circuits[model].best[size]?.error ?? NaN),
      ],
    ]);
    return {
      columns: ['Quantity', ...ofBoth((model) => modelNames[model])],
      rows: [...patches, ...rows],
    };
  }
  const { name, shift } = result;
  const names = Object.keys(curveNames) as Answerer[];
  return {
    columns: ['Quantity', ...names.map((one) => curveNames[one])],
    rows: [
      ...patches.map((row) => [...row, ...names.slice(row.length - 1).map(() => '–')]),
      ...shift.factors.map((factor, n) => [
        `Squared error, relative to zero’s, ${name} × ${formatNumber(factor)}`,
        ...names.map((one) => shift.errors[one][n] ?? NaN),
      ]),
    ],
  };
}
