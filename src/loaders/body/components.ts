import { mdxComponents, type MdxComponentName } from '../../schema/mdx-component.ts';
import { isInteractiveFigure } from '../../lib/interactive-figures.ts';
import { getValue } from '../source.ts';
import { checkSchema, type FieldForm } from '../schema-faults.ts';
import { checkMeasurementsFile } from '../measurements/file.ts';
import { checkQuotes, readAttribute, readAttributes } from './attributes.ts';
import { checkImageFile } from './images.ts';
import type { Body, BodyFault, BodyNode } from './node.ts';

/** Whether a node is one of the components that authors may use. */
export function isComponent({ type, name }: BodyNode): boolean {
  return type === 'mdxJsxFlowElement' && Object.hasOwn(mdxComponents, name ?? '');
}

const attributeForm: FieldForm = {
  noun: 'attribute',
  add: (name) => `Add ${name}="…" to the tag.`,
};

/** A figure of who sees what has nothing to show where the fields do not say it. */
function checkPipeline({ fields }: Body): BodyFault[] {
  if (fields === undefined || getValue(fields, ['pipeline']) !== undefined) return [];
  return [
    {
      rule: 'missing-field',
      found: '<WhoSeesWhat>, and no “pipeline”',
      expected: 'a field “pipeline” at the top of the file, which says who sees what',
      fix: 'Add the field, or take the tag out.',
    },
  ];
}

/** A component takes the attributes that its schema names, and its pictures lie beside the entry. */
export function checkComponent(node: BodyNode, body: Body): BodyFault[] {
  if (!isComponent(node)) return [];
  const { texts: data, unread } = readAttributes(node);
  const place = { file: body.file, line: 1, column: 1, found: `<${node.name}>` };
  const locate = (path: readonly PropertyKey[]) => {
    const name = String(path[0] ?? '');
    return Object.hasOwn(data, name) ? { ...place, found: `${name}="${data[name]}"` } : place;
  };
  const schema = mdxComponents[node.name as MdxComponentName];
  const faults = checkSchema(schema, { data, locate, faults: [], unread }, attributeForm);
  const files = ['src', 'dark'].flatMap((name) => readAttribute(node, name) ?? []);
  return [
    ...checkQuotes(node),
    ...faults.map(({ rule, found, expected, nearest, fix }): BodyFault => ({
      rule,
      found,
      expected,
      ...(nearest !== undefined && { nearest }),
      fix,
    })),
    ...files.flatMap((file) =>
      node.name === 'LatencyAccuracy'
        ? checkMeasurementsFile(file, body)
        : checkImageFile(file, body),
    ),
    ...(node.name === 'WhoSeesWhat' ? checkPipeline(body) : []),
  ];
}

/** What stands between the tags of a figure is its caption, set as one: words, and nothing beside them. */
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
