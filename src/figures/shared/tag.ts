import type { DataFile } from './data-file.ts';
import type { Parameters } from './parameter.ts';

/** The tag that places a figure in a text. The check and the documentation read it; browsers do not load it. */
export interface FigureTag {
  readonly title: string;
  /** One line for authors. */
  readonly description: string;
  /** Each has an attribute, which sets its initial value. */
  readonly parameters: Parameters;
  /** Other attributes, which choose the parts of the data to draw. One named `title` replaces that of the figure. */
  readonly attributes?: Readonly<Record<string, FigureAttribute>>;
  /** The kind of file that the attribute `src` names. */
  readonly data?: DataFile;
  /** The field of the entry that the figure draws. */
  readonly field?: {
    readonly name: string;
    /** Its meaning as a relative clause: “which says …”. */
    readonly meaning: string;
    /** The parameters of a figure whose parameters depend on the field; undefined if it cannot be read. */
    listParameters?(field: unknown): Parameters | undefined;
  };
}

/** An attribute that readers cannot change. */
export interface FigureAttribute {
  /** One line for authors. */
  readonly description: string;
  readonly isRequired?: true;
  /** The values that it can have; without it, any words. */
  readonly options?: readonly string[];
}
