/** The words that biblatex has for the field `type`. Other values are printed as they are. */
const genres: Readonly<Record<string, string>> = {
  ...{
    phdthesis: 'Doctoral dissertation',
    mathesis: 'Master’s thesis',
    bathesis: 'Bachelor’s thesis',
  },
  ...{
    mastersthesis: 'Master’s thesis',
    candthesis: 'Candidate thesis',
    techreport: 'Technical report',
  },
  ...{
    resreport: 'Research report',
    software: 'Computer software',
    audiocd: 'Audio CD',
    datacd: 'Data CD',
  },
  ...{
    patent: 'Patent',
    patentde: 'German Patent',
    patenteu: 'European Patent',
    patentfr: 'French Patent',
  },
  ...{ patentuk: 'British Patent', patentus: 'U.S. Patent', patreq: 'Patent request' },
  ...{ patreqde: 'German patent request', patreqeu: 'European patent request' },
  ...{
    patreqfr: 'French patent request',
    patrequk: 'British patent request',
    patrequs: 'U.S. patent request',
  },
};

/** The kind of a work in words, from its field `type`. A doctoral thesis goes by many names. */
export function readGenre(value: string): string {
  if (
    /^(?:ph\.?\s?d\.?|doctoral|dissertation|d\.?phil\.?)(?:\s+(?:thesis|dissertation))?$/i.test(
      value,
    )
  )
    return 'Doctoral dissertation';
  if (/^(?:m\.?\s?sc?\.?|master(?:[’']?s)?)\s+thesis$/i.test(value)) return 'Master’s thesis';
  return genres[value.toLowerCase()] ?? value;
}
