import type { Parameters, Values } from './parameter.ts';

/** The provenance of a figure by the published construction that it computes, as “Vaswani et al. (2017), Eq. 1”. */
export function computedFrom(construction: string): string {
  return `Computed here from the published construction (${construction}); not a result of this project.`;
}

/** The drawing of a figure: its words, its parameters and the function that draws a result. */
export interface FigureView<P extends Parameters = Parameters, Result = unknown, Input = unknown> {
  readonly title: string;
  /** Its source, as a sentence: mostly from `computedFrom`. */
  readonly provenance: string;
  readonly parameters: P;
  /** Replaces `parameters` where they depend on the input. */
  listParameters?(input: Input): P;
  draw(result: Result, values: Values<P>, input: Input): Drawing;
}

/** An interactive figure: computed in the build with the values of its tag, and in the browser at each change. */
export interface InteractiveFigure<
  P extends Parameters = Parameters,
  Result = unknown,
  Input = unknown,
> extends FigureView<P, Result, Input> {
  /** The numbers of the figure; pure. `input` is the data of its author, where it draws any. */
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
  /** One or two sentences with the numbers of this state; screen readers announce changes. */
  summary: string;
  /** The numbers that are drawn, as they are offered for download. */
  table: DataTable;
}

/** One picture, 340 units wide: about one CSS pixel each, on the narrowest screen 0.85. */
export interface Panel {
  title: string;
  /** The alternative text: the kind of picture and its axes. */
  description: string;
  height: number;
  /** The content of the `<svg>`. */
  svg: string;
  /** Where a place in the picture stands for values: a pointer and the arrow keys choose them there. */
  scan?: Scan;
}

/** The parameters that the place of a pointer in a panel sets, in units of the panel. */
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
