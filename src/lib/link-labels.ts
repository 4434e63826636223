/** The labels of links by the names that other sites, and BibTeX, give to fields with an address. */
export const linkLabels: Readonly<Record<string, string>> = {
  ...{ pdf: 'PDF', paper: 'Paper', preprint: 'Preprint', doi: 'DOI', arxiv: 'arXiv', html: 'HTML' },
  ...{ abs: 'Abstract', openreview: 'OpenReview', data: 'Data', dataset: 'Data' },
  ...{ code: 'Code', github: 'Code', repo: 'Code', source: 'Source', project: 'Project' },
  ...{ slides: 'Slides', poster: 'Poster', video: 'Video', recording: 'Video', demo: 'Demo' },
  ...{ supp: 'Supplement', supplement: 'Supplement', supplementary: 'Supplement' },
  ...{ appendix: 'Supplement', doc: 'Documentation', release: 'Release' },
  ...{ website: 'Website', site: 'Website', url: 'Website', blog: 'Blog' },
};
