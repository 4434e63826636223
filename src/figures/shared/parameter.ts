import { snapToGrid, type Grid } from '../../lib/grid.ts';
import { formatNumber } from './number.ts';

/** A parameter that readers can set. */
export type Parameter = NumberParameter | PresetParameter | ChoiceParameter;

interface Choosable {
  readonly label: string;
  /** Whether its control is folded away: two or three stand in the one row that is always seen. */
  readonly isFolded?: true;
  /** The values of another parameter with which this one has an effect; without it, all. */
  readonly only?: { readonly parameter: string; readonly values: readonly string[] };
}

/** A number on a grid. */
export interface NumberParameter extends Choosable, Grid {
  readonly kind: 'range';
  readonly initial: number;
  /** The parameter whose value is the largest that this one can have at present. */
  readonly upTo?: string;
  /** Where the value is an exponent: the base of the power that is shown. */
  readonly base?: number;
}

/** A number whose size means nothing, such as a seed: readers choose one of a few, authors and addresses any. */
export interface PresetParameter extends Choosable, Grid {
  readonly kind: 'preset';
  readonly initial: number;
  readonly presets: readonly number[];
  /** The names of the presets, in their order. */
  readonly names?: readonly string[];
  /** The name of any other number; by default the number. */
  readonly other?: string;
}

/** The seed of a random sample. */
export const sample = {
  kind: 'preset',
  label: 'Sample',
  isFolded: true,
  minimum: 0,
  maximum: 999,
  step: 1,
  presets: [2, 3, 4, 5],
  initial: 1,
} as const satisfies PresetParameter;

/** One of a few, by name. */
export interface ChoiceParameter extends Choosable {
  readonly kind: 'choice';
  /** Labels by the values that authors write. */
  readonly options: Readonly<Record<string, string>>;
  readonly initial: string;
}

/** The parameters of a figure by their names, in the order of their controls. */
export type Parameters = Readonly<Record<string, Parameter>>;

/** A value for each parameter. */
export type Values<P extends Parameters = Parameters> = {
  readonly [Name in keyof P]: P[Name] extends ChoiceParameter ? keyof P[Name]['options'] : number;
};

/** A value as it is shown beside its control; a power is shown as a whole number. */
export function formatValue({ base }: NumberParameter, value: number): string {
  return formatNumber(base === undefined ? value : Math.round(base ** value));
}

/** The numbers that readers choose from, with their names. Without names the initial one is first. */
export function listPresets({
  initial,
  presets,
  names,
  other = String(initial),
}: PresetParameter): [preset: number, name: string][] {
  if (names === undefined)
    return [...new Set([initial, ...presets])].map((preset, index) => [preset, `No. ${index + 1}`]);
  const named = presets.map((preset, index): [number, string] => [preset, names[index] ?? '']);
  return presets.includes(initial) ? named : [...named, [initial, other]];
}

export function initialValues<P extends Parameters>(parameters: P): Values<P> {
  return readValues(parameters, () => undefined);
}

/**
 * The values that `read` gives as text, by the names of the parameters. Missing and invalid values become initial
 * ones: an address can be old, or mistyped. A number off the grid becomes the nearest on it.
 */
export function readValues<P extends Parameters>(
  parameters: P,
  read: (name: string) => string | null | undefined,
): Values<P> {
  const values: Record<string, string | number> = Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [
      name,
      readValue(parameter, read(name)?.trim() || undefined),
    ]),
  );
  for (const [name, parameter] of Object.entries(parameters)) {
    if (parameter.kind !== 'range' || parameter.upTo === undefined) continue;
    values[name] = Math.min(Number(values[name]), Number(values[parameter.upTo]));
  }
  return values as Values<P>;
}

function readValue(parameter: Parameter, text: string | undefined): string | number {
  if (parameter.kind === 'choice') {
    return text !== undefined && Object.hasOwn(parameter.options, text) ? text : parameter.initial;
  }
  const value = Number(text ?? NaN);
  return Number.isFinite(value) ? snapToGrid(value, parameter) : parameter.initial;
}

/** The values that are not initial ones, as text, by name. */
export function listChosen(
  parameters: Parameters,
  values: Readonly<Record<string, string | number>>,
): [name: string, value: string][] {
  return Object.entries(parameters).flatMap(([name, { initial }]) =>
    values[name] === undefined || values[name] === initial ? [] : [[name, String(values[name])]],
  );
}

/** Parameters that begin with the values that `read` gives as text. */
export function chooseInitials<P extends Parameters>(
  parameters: P,
  read: (name: string) => string | null | undefined,
): P {
  const values: Values = readValues<Parameters>(parameters, read);
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [
      name,
      { ...parameter, initial: values[name] },
    ]),
  ) as unknown as P;
}
