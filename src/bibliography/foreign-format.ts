import { buildFault, type Reader } from './reader.ts';

/** The formats of other lists of works, by their beginnings. */
const formats: [name: string, form: RegExp][] = [
  ['RIS', /^TY {1,2}- \w/m],
  ['PubMed', /^PMID ?- /m],
  ['EndNote', /^%0 \w/m],
  ['JSON', /^\s*(?:\[\s*)?\{\s*"/],
  ['YAML', /^references:\s*$/m],
  ['XML', /^\s*<(?:\?xml|[a-z]+[\s>])/i],
];

/** Reports a file without an entry that is in another format: BibTeX takes all of it for a remark. */
export function checkFormat(reader: Reader): void {
  const [name] = formats.find(([, form]) => form.test(reader.text)) ?? [];
  if (name === undefined) return;
  reader.faults.push(
    buildFault(reader, 0, {
      found: reader.text.trimStart().split('\n', 1)[0] ?? '',
      expected: `entries of BibTeX, such as @article{doe2024, …}; this is ${name}`,
      fix: 'Export the works as BibTeX, or convert the file.',
    }),
  );
}
