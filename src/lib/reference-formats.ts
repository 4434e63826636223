/** The formats in which a list of works can be taken away, by the ending of the file. */
export const formatNames = { bib: 'BibTeX', ris: 'RIS', json: 'CSL-JSON', txt: 'APA' };

export type ReferenceFormat = keyof typeof formatNames;
