/** The facts of a work in `CITATION.cff` that its citation does not have. */
export interface CitationFacts {
  status?: string | undefined;
  version?: string | undefined;
  license?: string | string[] | undefined;
  'date-released'?: string | undefined;
  'repository-code'?: string | undefined;
}

/** A date, if its day is known, as the format requires. */
export function readDay(iso: string | undefined): string | undefined {
  return iso !== undefined && /^\d{4}-\d\d-\d\d$/.test(iso) ? iso : undefined;
}
