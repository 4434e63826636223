/** The download formats of a reference list, by file extension. */
export const formatNames = { bib: 'BibTeX', ris: 'RIS', json: 'CSL-JSON', txt: 'APA' };

export type ReferenceFormat = keyof typeof formatNames;
