import type { Parameters, Values } from './parameter.ts';

/** The provenance of a figure by the published construction that it computes, as “Vaswani et al. (2017), Eq. 1”. */
export function computedFrom(construction: string): string {
  return `Computed here from the published construction (${construction}); not a result of this project.`;
}

/** What a figure shows of a result, and what can be chosen in it. */
export interface DrawnFigure<P extends Parameters = Parameters, Result = unknown, Input = unknown> {
  readonly title: string;
  /** Where it comes from, as a sentence: mostly `computedFrom` what is published. */
  readonly provenance: string;
  readonly parameters: P;
  /** In place of `parameters`, those for an input that decides what can be chosen. */
  listParameters?(input: Input): P;
  draw(result: Result, values: Values<P>, input: Input): Drawing;
}

/** A figure that is computed: at build with the values that its author chose, then at each change. */
export interface InteractiveFigure<
  P extends Parameters = Parameters,
  Result = unknown,
  Input = unknown,
> extends DrawnFigure<P, Result, Input> {
  /** What the figure shows, as numbers; pure. `input` is what an author gives beside the parameters. */
  compute(values: Values<P>, input: Input): Result;
}

/** A figure whose numbers take longer than a frame: a worker computes them. */
export interface HeavyFigure<
  P extends Parameters = Parameters,
  Result = unknown,
  Input = unknown,
> extends InteractiveFigure<P, Result, Input> {
  /** The numbers in parts, each result better than the one before it, and the last that of `compute`. */
  refine(values: Values<P>, input: Input): Iterable<Result>;
}

/** A result as it is shown. */
export interface Drawing {
  /** Side by side where there is room, else one below the other. */
  panels: Panel[];
  /** What one sees, in one or two sentences with the numbers of this state; it is read out as it changes. */
  summary: string;
  /** The numbers that are drawn, as they are offered for download. */
  table: DataTable;
}

/** One picture, 340 units wide: about one CSS pixel each, on the narrowest screen 0.85. */
export interface Panel {
  title: string;
  /** What the picture is, for those who do not see it: its kind and its axes. */
  description: string;
  height: number;
  /** What is within the `<svg>`. */
  svg: string;
  /** Where a place in the picture stands for values: a pointer and the arrow keys choose them there. */
  scan?: Scan;
}

/** What the place of a pointer in a panel chooses, in units of the panel. */
export interface Scan {
  x?: ScanAxis;
  y?: ScanAxis;
}

/** From one edge of the area to the other, evenly: the values of a parameter, first to last. */
export interface ScanAxis {
  parameter: string;
  from: number;
  to: number;
  first: number;
  last: number;
}

/** Rows of numbers and words under headings; a number is printed with four significant digits. */
export interface DataTable {
  /** Each with its unit, where it has one: “Loss”, “Latency (ms)”. */
  columns: string[];
  /** The column that names the rows; the first, where none is said. */
  names?: number;
  rows: (string | number)[][];
}

/** The width of every panel. */
export const panelWidth = 340;
