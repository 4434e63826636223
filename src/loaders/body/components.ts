import { posix } from 'node:path';
import { mdxComponents, type MdxComponentName } from '../../schema/mdx-component.ts';
import { interactiveFigures, isInteractiveFigure } from '../../figures/registry.ts';
import type { FigureTag } from '../../figures/shared/tag.ts';
import type { Edit } from '../../lib/fault.ts';
import { buildLocation, getValue } from '../source.ts';
import { checkSchema, type FieldForm } from '../schema-faults.ts';
import { checkQuotes, readAttribute, readAttributes } from './attributes.ts';
import { checkMarkup, listPaths } from '../field-markup.ts';
import { checkDataFile } from './data-file.ts';
import { checkPicture } from './images.ts';
import { isPublicFile } from './links.ts';
import { readSource, type Body, type BodyFault, type BodyNode } from './node.ts';

/** Whether a node is one of the components that authors may use. */
export function isComponent({ type, name }: BodyNode): boolean {
  return type === 'mdxJsxFlowElement' && Object.hasOwn(mdxComponents, name ?? '');
}

const attributeForm: FieldForm = {
  noun: 'attribute',
  add: (name) => `Add ${name}="…" to the tag.`,
};

/** A figure that draws a field of its entry needs that field. */
function checkField(tag: string, field: FigureTag['field'], { fields }: Body): BodyFault[] {
  if (field === undefined || fields === undefined) return [];
  const { name, meaning } = field;
  if (getValue(fields, [name]) !== undefined) return [];
  return [
    {
      rule: 'missing-field',
      found: `<${tag}>, and no “${name}”`,
      expected: `a field “${name}” at the top of the file, ${meaning}`,
      fix: 'Add the field, or take the tag out.',
    },
  ];
}

/** Checks a component: its attributes by its schema, and the pictures or the data that it names. */
export function checkComponent(node: BodyNode, body: Body): BodyFault[] {
  if (!isComponent(node)) return [];
  const name = node.name as MdxComponentName;
  const figure = isInteractiveFigure(name) ? interactiveFigures[name] : undefined;
  const { texts: data, unread } = readAttributes(node);
  const place = { file: body.file, line: 1, column: 1, found: `<${name}>` };
  const locate = (path: readonly PropertyKey[]) => {
    const name = String(path[0] ?? '');
    return Object.hasOwn(data, name) ? { ...place, found: `${name}="${data[name]}"` } : place;
  };
  const schema = mdxComponents[name];
  const span = (path: readonly PropertyKey[], part: 'name' | 'value') =>
    findAttribute(node, String(path[0] ?? ''), part, body);
  const faults = checkSchema(schema, { data, locate, span, unread }, attributeForm);
  const files = ['src', 'dark'].flatMap((name) => readAttribute(node, name) ?? []);
  return [
    ...checkQuotes(node),
    ...faults.map(({ rule, found, expected, nearest, fix, edits }): BodyFault => ({
      rule,
      found,
      expected,
      ...(nearest !== undefined && { nearest }),
      fix,
      ...(edits && { edits }),
    })),
    ...files.flatMap((file) =>
      figure?.data === undefined
        ? checkPicture(file, body)
        : checkDataFile(figure.data, file, body, data),
    ),
    // The title of a figure is printed as it is written.
    ...['caption', figure === undefined ? 'title' : ''].flatMap((name) =>
      checkMarkup(data[name] ?? '', true, body.macros).map((fault): BodyFault => ({ ...fault })),
    ),
    ...checkField(name, figure?.field, body),
  ];
}

/** The pages of the site to which the caption of a component links. */
export function listCaptionPages(node: BodyNode, { root }: Body): string[] {
  const caption = isComponent(node) ? readAttribute(node, 'caption') : undefined;
  return listPaths(caption ?? '').filter((path) => !isPublicFile(path, root));
}

/** Finds the name of an attribute, or its value with the quotation marks, if it is within one line. */
function findAttribute(
  node: BodyNode,
  name: string,
  part: 'name' | 'value',
  body: Body,
): Omit<Edit, 'new'> | undefined {
  const source = readSource(node, body);
  const [all, before = '', value = '', ...others] = Array.from(
    source.matchAll(
      new RegExp(`(?<=\\s)(${name.replace(/[.$]/g, '\\$&')}=)("[^"\\n]*"|'[^'\\n]*')`, 'g'),
    ),
  ).flat();
  if (all === undefined || others.length > 0) return undefined;
  const at = source.indexOf(all) + (part === 'name' ? 0 : before.length);
  const { line, column } = buildLocation(
    body.file,
    body.text,
    (node.position?.start.offset ?? 0) + at,
  );
  return { line, column, old: part === 'name' ? name : value };
}

/** Returns the paths of the data of a figure, from the folder that holds `content/`. */
export function listDataFiles(node: BodyNode, { file }: Body): string[] {
  const address = readAttribute(node, 'src');
  const isData = isComponent(node) && node.name !== 'Figure' && address !== undefined;
  return isData ? [posix.join(posix.dirname(file), address)] : [];
}

/** Checks the content of a figure's tag, which is its caption: paragraphs alone. */
export function checkCaption(node: BodyNode, { parents }: Body): BodyFault[] {
  const figure = parents.get(node);
  if (figure === undefined || !isComponent(figure)) return [];
  const name = figure.name ?? '';
  const isFigure = name === 'Figure' || isInteractiveFigure(name);
  // Remarks are not printed, and other code is reported for itself.
  if (!isFigure || node.type === 'paragraph' || node.type === 'mdxFlowExpression') return [];
  return [
    {
      rule: 'bad-caption',
      expected: `paragraphs of words, which can hold $x$ and citations: the caption of <${name}>`,
      fix: `Move it below </${name}>, or say it in words.`,
    },
  ];
}
