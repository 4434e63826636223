import { interactiveFigures, isInteractiveFigure } from '../../figures/registry.ts';
import type { Parameters } from '../../figures/shared/parameter.ts';
import { describeNearest } from '../../lib/nearest.ts';
import { buildStateSchema } from '../../schema/mdx-component.ts';
import { checkSchema } from '../schema-faults.ts';
import { getValue } from '../source.ts';
import { readAttribute, readAttributes } from './attributes.ts';
import { isComponent } from './components.ts';
import { listLabels } from './labels.ts';
import { readAddress, remember, type Body, type BodyFault, type BodyNode } from './node.ts';

/** The interactive figures of a body by their ids. */
const listFigures = remember(
  ({ nodes }: Body) =>
    new Map(
      nodes
        .filter((node) => isComponent(node) && isInteractiveFigure(node.name ?? ''))
        .map((node) => [readAttribute(node, 'id') ?? '', node]),
    ),
);

/**
 * Checks a link that sets the state of a figure on its page: `#fig-mixing?length=8`. An id that the page does not have
 * is reported with the links to other parts.
 */
export function checkFigureLink(node: BodyNode, body: Body): BodyFault[] {
  if (node.type !== 'link' && node.type !== 'linkReference') return [];
  const [, id, query = ''] = /^#([^?]*)\?(.*)$/s.exec(readAddress(node, body)) ?? [];
  if (id === undefined) return [];
  const figures = listFigures(body);
  const figure = figures.get(id);
  if (figure === undefined) {
    if (!listLabels(body).some((label) => label.id === id)) return [];
    const { nearest } = describeNearest(id, [...figures.keys()]);
    return [
      {
        rule: 'unmatched-label',
        found: `#${id}?${query}`,
        expected: 'the id of an interactive figure of this page before the question mark',
        ...(nearest !== undefined && { nearest: `#${nearest}?${query}` }),
        fix: 'Correct the id, or remove the question mark and the values after it.',
      },
    ];
  }
  const parameters = listParameters(figure, body);
  if (parameters === undefined) return [];
  const data = Object.fromEntries(new URLSearchParams(query));
  const place = { file: body.file, line: 1, column: 1, found: `#${id}?${query}` };
  const locate = (path: readonly PropertyKey[]) => {
    const name = String(path[0] ?? '');
    return Object.hasOwn(data, name) ? { ...place, found: `${name}=${data[name]}` } : place;
  };
  return checkSchema(
    buildStateSchema(parameters),
    { data, locate, unread: [] },
    { noun: 'parameter', add: (name) => `Add ${name}=… to the address.` },
  ).map(({ rule, found, expected, nearest, fix }) => ({
    rule,
    found,
    expected,
    ...(nearest !== undefined && { nearest }),
    fix,
  }));
}

/** The parameters of a figure with the initial values of its tag. A link shows these where it sets no others. */
function listParameters(figure: BodyNode, { fields }: Body): Parameters | undefined {
  const { parameters, field } = interactiveFigures[figure.name as keyof typeof interactiveFigures];
  if (field?.listParameters !== undefined)
    return field.listParameters(getValue(fields, [field.name]));
  const { texts } = readAttributes(figure);
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [
      name,
      { ...parameter, initial: texts[name] ?? parameter.initial },
    ]),
  ) as Parameters;
}
