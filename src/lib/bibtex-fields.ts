/** The fields of BibTeX that the site prints or links: without them a work is not cited as it must be. */
export const citedFields: ReadonlySet<string> = new Set(
  `abbr archiveprefix author booktitle crossref date doi editor eprint eprinttype institution issue journal
  journaltitle number pages publisher school title url volume year`.split(/\s+/),
);

/** Whether BibTeX reads these signs as the name of a field. */
export function isFieldName(name: string): boolean {
  return /^[^\s"#%'(),={}@\\]+$/.test(name) && !/^\d/.test(name);
}
