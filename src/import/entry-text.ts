import { Document, isScalar, Scalar, visit } from 'yaml';

/** The most letters of a line of YAML. */
const width = 100;

const dates = new Set(['date', 'started', 'ended']);

/** Writes fields as YAML, with long texts folded. */
export function formatYaml(fields: object): string {
  const document = new Document(fields);
  visit(document, {
    Pair: (_, { key, value }) => {
      if (!isScalar(value) || !isScalar(key) || typeof value.value !== 'string') return;
      // A year needs no quotation marks.
      if (dates.has(String(key.value)) && /^\d{4}$/.test(value.value))
        value.value = Number(value.value);
      else if (value.value.length > width - 20 && !value.value.includes('\n'))
        value.type = Scalar.BLOCK_FOLDED;
    },
  });
  return document.toString({ lineWidth: width, singleQuote: true, flowCollectionPadding: true });
}

/** Writes the file of an entry. */
export function formatEntry(fields: Readonly<Record<string, unknown>>, body: string): string {
  const prose = body.trim();
  return `---\n${formatYaml(fields)}---\n${prose === '' ? '' : `\n${prose}\n`}`;
}
