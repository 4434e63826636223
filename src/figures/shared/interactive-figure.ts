import type { Parameters, Values } from './parameter.ts';

/** The source of a figure by the published construction that it computes, as “Vaswani et al. (2017), Eq. 1”. */
export function computedFrom(construction: string): Pick<InteractiveFigure, 'mark' | 'provenance'> {
  return {
    mark: 'Computed here, not a result',
    provenance: `Computed here from the published construction (${construction}); not a result of this project.`,
  };
}

/** An interactive figure: drawn in the build with the values of its tag, and in a worker at each change. */
export interface InteractiveFigure<
  P extends Parameters = Parameters,
  Result = unknown,
  Input = unknown,
> {
  /** Tells readers where to look, in a sentence that is true of every state. */
  readonly lookAt: string;
  /** Its source in a few words, which are always seen, and as a sentence, which is folded: mostly from `computedFrom`. */
  readonly mark: string;
  readonly provenance: string;
  readonly parameters: P;
  /** Replaces these words where they depend on the input. */
  describeSource?(input: Input): Pick<InteractiveFigure, 'lookAt' | 'mark' | 'provenance'>;
  /** Replaces `parameters` where they depend on the input. */
  listParameters?(input: Input): P;
  /** The numbers of the figure; pure. `input` is the data of its author, where it draws any. */
  compute(values: Values<P>, input: Input): Result;
  /** `width` is that of each panel; the wide one where none is given. */
  draw(result: Result, values: Values<P>, input: Input, width?: number): Drawing;
}

/** A figure whose numbers take longer than a frame: readers see them in parts. */
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

/** One picture. Its units are about one CSS pixel each: `FigureShell.astro` shows the drawing that suits its room. */
export interface Panel {
  title: string;
  /** The alternative text: the kind of picture and its axes. */
  description: string;
  /** As it was asked for. */
  width: number;
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
  /** The axis of ← and → where only the vertical place of a pointer counts. */
  across?: ScanAxis;
  /** The axes of a press in the picture, where they differ from those of the handle and the keys. */
  press?: Pick<Scan, 'x' | 'y'>;
  /** Where the present values are: the place of a handle that a pointer drags. */
  at?: readonly [x: number, y: number];
  /** Whether a pointer that only moves over the picture leaves the values as they are. */
  isStill?: true;
}

/** From one edge of the area to the other, evenly: the values of a parameter, first to last. */
export interface ScanAxis {
  parameter: string;
  from: number;
  to: number;
  first: number;
  last: number;
  /** The places of the values where they are not even. After the last value the first one follows again. */
  stops?: readonly number[];
  /** The values at the stops, where these are not even either. */
  values?: readonly number[];
}

/** Rows of numbers and words under headings; a number is printed with four significant digits. */
export interface DataTable {
  /** Each with its unit, where it has one: “Loss”, “Latency (ms)”. */
  columns: string[];
  /** The column that names the rows; the first, where none is said. */
  names?: number;
  rows: (string | number | PrintedNumber)[][];
}

/** A number that a page prints in another way, as with the decimal comma of a language. */
export interface PrintedNumber {
  value: number;
  text: string;
}

/** The widths that panels are drawn for: on phones and side by side in small windows, and elsewhere. */
export const panelWidths = { narrow: 320, wide: 440 } as const;
