declare module '@citation-js/core' {
  /** Works parsed from some format. */
  export interface Cite {
    /** Items of CSL-JSON. */
    data: unknown[];
    format: (
      format: 'bibliography',
      options: { format: 'text'; template: 'apa'; nosort: boolean; asEntryArray: true },
    ) => [id: string, text: string][];
  }

  const core: { Cite: new (data: unknown, options?: { forceType: string }) => Cite };
  export default core;
}

declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
