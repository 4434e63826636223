import { pageProtocols, parseAddress } from './address.ts';

/** The parts of a node of MDX that are read here. */
export interface MarkupNode {
  type: string;
  name?: string | null;
  url?: string;
  attributes?: { name?: string; value?: unknown }[];
  data?: { estree?: { body: unknown[] } | null };
}

/** What an author may write as a tag, within a sentence or to fold a passage away. */
export const elements =
  'abbr b br cite code del details dfn em i ins kbd mark q s samp small span strong sub summary sup time u var wbr'.split(
    ' ',
  );

/** The attributes that every tag takes, and those that some take beside them. */
const common = ['title', 'lang', 'dir'];
const own: Record<string, string[]> = {
  del: ['cite', 'datetime'],
  details: ['open'],
  ins: ['cite', 'datetime'],
  q: ['cite'],
  time: ['datetime'],
};

/** The attributes that a tag takes. */
export function listAttributes(element: string): string[] {
  return [...common, ...(own[element] ?? [])];
}

/** Whether a node is program code: an import, an export, or braces around more than a remark. */
export function isCode({ type, data }: MarkupNode): boolean {
  return (
    type === 'mdxjsEsm' ||
    (/^mdx(Flow|Text)Expression$/.test(type) && data?.estree?.body.length !== 0)
  );
}

/** Whether the value of an attribute is an address that a page can have. */
export function isCitable(value: unknown): boolean {
  return typeof value === 'string' && parseAddress(value, pageProtocols) !== undefined;
}

/**
 * The part of a node that no author may write, as it is written: code, a tag or an attribute that is not
 * allowed, or an address that runs a program. `components` are the names of the components that are allowed.
 */
export function findForbidden(node: MarkupNode, components: readonly string[]): string | undefined {
  if (isCode(node)) return node.type === 'mdxjsEsm' ? 'import or export' : '{…}';
  const { type, url, attributes = [] } = node;
  if (url !== undefined) {
    const protocol = URL.parse(url)?.protocol;
    return protocol === undefined || /^(https?|mailto):$/.test(protocol) ? undefined : url;
  }
  if (!/^mdxJsx(Flow|Text)Element$/.test(type)) return undefined;
  const name = node.name ?? '';
  const isComponent = components.includes(name);
  if (!isComponent && !elements.includes(name)) return `<${name}>`;
  const takes = (attribute: string) =>
    isComponent ? /^[a-z]+$/i.test(attribute) : listAttributes(name).includes(attribute);
  const bad = attributes.find(
    ({ name: attribute = '', value }) =>
      !takes(attribute) ||
      (typeof value === 'object' && value !== null) ||
      (attribute === 'cite' && !isCitable(value)),
  );
  return bad && `<${name} ${bad.name ?? '{…}'}>`;
}
