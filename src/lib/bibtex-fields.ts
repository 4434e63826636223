/** The BibTeX fields that the site prints or links. Without them, citations would be incomplete. */
export const citedFields: ReadonlySet<string> = new Set(
  `abbr archiveprefix author booktitle crossref date doi editor eprint eprinttype institution issue journal
  journaltitle number pages publisher school title url volume year`.split(/\s+/),
);

/** Whether `name` is a valid BibTeX field name. */
export function isFieldName(name: string): boolean {
  return /^[^\s"#%'(),={}@\\]+$/.test(name) && !/^\d/.test(name);
}
