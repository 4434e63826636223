import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import jsonld from 'jsonld';

/** A node of JSON-LD in expanded form. */
export interface LinkedNode {
  '@id'?: string;
  '@type'?: string[];
  [property: string]: unknown;
}

interface Term {
  parents: string[];
  domains: string[];
  ranges: string[];
}

const schema = 'http://schema.org/';
const rdfs = 'http://www.w3.org/2000/01/rdf-schema#';

/** The published vocabulary of schema.org. */
const terms = new Map<string, Term>();

const statements = readFileSync(
  fileURLToPath(import.meta.resolve('@vocabulary/schema').replace(/index\.js$/, 'schema.nq')),
  'utf8',
).matchAll(/^<http:\/\/schema\.org\/(\w+)> <([^>]+)> <(?:http:\/\/schema\.org\/)?([^>]+)> /gm);

for (const [, name = '', predicate = '', value = ''] of statements) {
  const term = terms.get(name) ?? { parents: [], domains: [], ranges: [] };
  terms.set(name, term);
  if (predicate === `${rdfs}subClassOf`) term.parents.push(value);
  if (predicate === `${schema}domainIncludes`) term.domains.push(value);
  if (predicate === `${schema}rangeIncludes`) term.ranges.push(value);
}

/** The syntax of values of some types. */
const written: Record<string, (value: unknown) => boolean> = {
  Text: (value) => typeof value === 'string',
  URL: (value) => typeof value === 'string' && URL.canParse(value),
  Date: (value) => typeof value === 'string' && /^\d{4}(-\d\d){0,2}$/.test(value),
  Integer: Number.isInteger,
  Number: (value) => typeof value === 'number',
};

/**
 * The part of the schema.org context that a reader needs offline: which properties are addresses,
 * and that relative addresses are those of the page.
 */
const context = {
  '@vocab': schema,
  ...Object.fromEntries(
    [...terms]
      .filter(([, { ranges }]) => ranges.includes('URL') && !ranges.includes('Text'))
      .map(([name]) => [name, { '@type': '@id' }]),
  ),
};

/**
 * Returns every node of a JSON-LD graph, including nested ones, as a reader of the page at `base`
 * understands it.
 */
export async function readLinkedData(text: string, base: string): Promise<LinkedNode[]> {
  const expanded = await jsonld.expand(JSON.parse(text) as jsonld.JsonLdDocument, {
    base,
    documentLoader: (url) => {
      if (!/^https:\/\/schema\.org\/?$/.test(url)) throw new Error(`No context is at ${url}.`);
      return Promise.resolve({ document: { '@context': context }, documentUrl: url });
    },
  });
  return (expanded as LinkedNode[]).flatMap(listNodes);
}

function listNodes(node: LinkedNode): LinkedNode[] {
  const values = Object.values(node).filter(Array.isArray).flat() as unknown[];
  return [node, ...values.filter(isNode).flatMap(listNodes)];
}

function isNode(value: unknown): value is LinkedNode {
  return typeof value === 'object' && value !== null && !('@value' in value);
}

/** Returns breaches of schema.org by a node. `typesOf` returns the types of a referenced node. */
export function listVocabularyFaults(
  node: LinkedNode,
  typesOf: (id: string) => readonly string[],
): string[] {
  const types = (node['@type'] ?? []).map(shorten);
  const unknown = types.filter((type) => !terms.has(type)).map((type) => `no type: ${type}`);
  const properties = Object.entries(node).filter(([name]) => !name.startsWith('@'));
  return [
    ...unknown,
    ...properties.flatMap(([name, values]) => {
      const property = shorten(name);
      const term = terms.get(property);
      if (!term || term.domains.length === 0) return [`no property: ${property}`];
      const isOwn = types.some((type) => isAmong(type, term.domains));
      return [
        ...(isOwn ? [] : [`${property} is no property of ${types.join()}`]),
        ...(values as unknown[])
          .filter((value) => !isInRange(value, term.ranges, typesOf))
          .map((value) => `no ${property}: ${JSON.stringify(value)}`),
      ];
    }),
  ];
}

function shorten(name: string): string {
  return name.startsWith(schema) ? name.slice(schema.length) : name;
}

/** Whether a class is one of `others` or a subclass. */
function isAmong(type: string, others: readonly string[]): boolean {
  return (
    others.includes(type) || (terms.get(type)?.parents ?? []).some((one) => isAmong(one, others))
  );
}

function isInRange(
  value: unknown,
  ranges: readonly string[],
  typesOf: (id: string) => readonly string[],
): boolean {
  if (!isNode(value)) {
    const { '@value': literal } = value as { '@value': unknown };
    return ranges.some((range) => written[range]?.(literal));
  }
  const id = value['@id'] ?? '';
  const types = (value['@type'] ?? typesOf(id)).map(shorten);
  const isAddress = !value['@type'] && ranges.includes('URL') && URL.canParse(id);
  return isAddress || types.some((type) => isAmong(type, ranges));
}
