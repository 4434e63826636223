/** A part of a page that its text can refer to, as `@eq-loss`. */
export interface Label {
  /** How the text refers to it. */
  key: string;
  id: string;
  /** The kind of a part with a number; absent for a section. */
  kind?: NumberedKind;
  /** Its number, or the words of the heading. */
  text: string;
}

export type NumberedKind = 'equation' | 'figure' | 'table';

/** An entry as another text refers to it. */
export interface EntryTarget {
  /** The printed title. */
  title: string;
  /** The path of its page, from the root of the site. */
  address: string;
  /** The parts of its text that can be referred to. */
  labels: readonly Label[];
}

/** A section of a text, and the interactive figures in it. Figures before the first heading are in one without a name. */
export interface SectionFacts extends PartName {
  figures: PartName[];
}

/** A part of a text by its id and its title. */
interface PartName {
  id: string;
  title: string;
}

/**
 * A section or an interactive figure of a text as plain words. The part before the first heading has neither id nor
 * title.
 */
export interface SectionText {
  id: string;
  title: string;
  text: string;
  isFigure?: true;
}

/** Facts that the plugins collect from one body for its page. */
export interface BodyFacts {
  labels?: Label[];
  sections?: SectionFacts[];
  prose?: SectionText[];
  citations?: { key: string; id: string }[];
}
