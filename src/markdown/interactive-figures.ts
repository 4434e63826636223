import type { Node, Parent, Root } from 'mdast';
import { nameFolder } from '../figures/registry.ts';

/** The parts of a tag that are read and added to here. */
export interface Tag extends Parent {
  name: string;
  attributes: { type: string; name: string; value: unknown }[];
}

/**
 * Completes the tag of a figure that is computed: what it is called on its page, the entry that it stands
 * in, which the page gives to the text as `entry`, and what the file holds that it names.
 */
export function completeTag(tag: Tag, label: string, file: string | undefined): void {
  const add = (name: string, value: unknown) =>
    tag.attributes.push({ type: 'mdxJsxAttribute', name, value });
  add('label', label);
  add('entry', buildExpression('props.entry', member('props', 'entry')));
  if (file !== undefined) add('data', buildExpression('data', identifier(nameData(file))));
}

/** Imports what the tags of a text stand for: components, and files of data as they stand. */
export function importFigures(tree: Root, names: Set<string>, files: Set<string>): void {
  const imports = [
    ...Array.from(names, (name) => buildImport(name, `#figures/${nameFolder(name)}/Figure.astro`)),
    ...Array.from(files, (file) => buildImport(nameData(file), `${file}?raw`)),
  ];
  tree.children.unshift(...(imports as unknown as Root['children']));
}

/** A name for what a file holds. */
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
