import type { Node, Parent, Root } from 'mdast';
import { nameFolder } from '../figures/registry.ts';

export interface Tag extends Parent {
  name: string;
  attributes: { type: string; name: string; value: unknown }[];
}

/**
 * Adds attributes to the tag of an interactive figure: its label, the text of its data file, and `entry`, which the
 * page passes to the body.
 */
export function completeTag(tag: Tag, label: string, file: string | undefined): void {
  const add = (name: string, value: unknown) =>
    tag.attributes.push({ type: 'mdxJsxAttribute', name, value });
  add('label', label);
  add('entry', buildExpression('props.entry', member('props', 'entry')));
  if (file !== undefined) add('data', buildExpression('data', identifier(nameData(file))));
}

/** Adds imports for the components and data files of tags. */
export function importFigures(tree: Root, names: Set<string>, files: Set<string>): void {
  const imports = [
    ...Array.from(names, (name) => buildImport(name, `#figures/${nameFolder(name)}/Figure.astro`)),
    ...Array.from(files, (file) => buildImport(nameData(file), `${file}?raw`)),
  ];
  tree.children.unshift(...(imports as unknown as Root['children']));
}

/** Names the variable with the text of a file. */
function nameData(file: string): string {
  return `data_${Buffer.from(file).toString('hex')}`;
}

const identifier = (name: string) => ({ type: 'Identifier', name });

const member = (object: string, property: string) => ({
  type: 'MemberExpression',
  object: identifier(object),
  property: identifier(property),
  computed: false,
  optional: false,
});

const program = (statement: object) => ({
  type: 'Program',
  sourceType: 'module',
  body: [statement],
  comments: [],
});

function buildExpression(value: string, expression: object) {
  const estree = program({ type: 'ExpressionStatement', expression });
  return { type: 'mdxJsxAttributeValueExpression', value, data: { estree } };
}

function buildImport(name: string, source: string): Node {
  const estree = program({
    type: 'ImportDeclaration',
    specifiers: [{ type: 'ImportDefaultSpecifier', local: identifier(name) }],
    source: { type: 'Literal', value: source, raw: JSON.stringify(source) },
    attributes: [],
  });
  return { type: 'mdxjsEsm', value: '', data: { estree } } as unknown as Node;
}
