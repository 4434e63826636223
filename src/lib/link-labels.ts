/** The labels of links by the names that other sites, and BibTeX, give to fields with an address. */
export const linkLabels: Readonly<Record<string, string>> = {
  ...{ pdf: 'PDF', paper: 'Paper', preprint: 'Preprint', doi: 'DOI', arxiv: 'arXiv', html: 'HTML' },
  ...{ abs: 'Abstract', openreview: 'OpenReview', data: 'Data', dataset: 'Data' },
  ...{ code: 'Code', github: 'Code', repo: 'Code', source: 'Source', project: 'Project' },
  ...{ slides: 'Slides', poster: 'Poster', video: 'Video', recording: 'Video', demo: 'Demo' },
  ...{ supp: 'Supplement', supplement: 'Supplement', supplementary: 'Supplement' },
  ...{ appendix: 'Supplement', doc: 'Documentation', release: 'Release' },
  ...{ website: 'Website', site: 'Website', url: 'Website', homepage: 'Website', blog: 'Blog' },
};

/** Returns the label of a link by the name of its field, such as `pdf`, `url_pdf` or `pdf_link`. */
export function findLinkLabel(name: string): string | undefined {
  const key = name.toLowerCase().replace(/^(?:url|link)[_-](?=.)|(?<=.)[_-]?(?:url|link)$/, '');
  return Object.hasOwn(linkLabels, key) ? linkLabels[key] : undefined;
}
