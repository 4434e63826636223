import { isCode } from '../../lib/markup.ts';
import { mdxComponents } from '../../schema/mdx-component.ts';
import { readAttribute } from './attributes.ts';
import { remember, type Body, type BodyFault, type BodyNode } from './node.ts';

/** A statement of an `import` or an `export`, as far as it is read. */
interface Statement {
  specifiers?: { local?: { name?: string } }[];
  source?: { value?: unknown } | null;
  declaration?: {
    id?: { name?: string } | null;
    declarations?: { id?: { name?: string } }[];
  } | null;
}

/** A name that program code defines. */
interface Defined {
  /** The block of the code. */
  node: BodyNode;
  /** The file that it imports. */
  file?: string;
}

const listDefined = remember(({ nodes }: Body) => {
  const defined = new Map<string, Defined>();
  for (const node of nodes.filter(({ type }) => type === 'mdxjsEsm'))
    for (const { specifiers = [], source, declaration } of (node.data?.estree?.body ??
      []) as Statement[]) {
      const declared = (declaration?.declarations ?? [declaration ?? {}]).map(({ id }) => id?.name);
      const file = typeof source?.value === 'string' ? { file: source.value } : {};
      for (const name of [...specifiers.map(({ local }) => local?.name), ...declared])
        if (name !== undefined) defined.set(name, { node, ...file });
    }
  return defined;
});

/** Returns what a picture shows, if it is a name: `src={plot}`. */
function readShown({ type, url = '', attributes = [] }: BodyNode): string {
  const value = attributes.find(({ name }) => name === 'src')?.value;
  const isExpression = typeof value === 'object' && value !== null && 'value' in value;
  const [, code = ''] = isExpression ? ['', String(value.value)] : (/^\{(.*)\}$/.exec(url) ?? []);
  return isExpression || type === 'image' ? code.replace(/\.src$/, '') : '';
}

/** Returns the code that a tag needs. A picture needs the file that it shows. */
function findDefined(node: BodyNode, body: Body): Defined | undefined {
  const { type, name } = node;
  const isTag =
    /^mdxJsx(?:Flow|Text)Element$/.test(type) && !Object.hasOwn(mdxComponents, name ?? '');
  if (!isTag && type !== 'image') return undefined;
  const shown = listDefined(body).get(readShown(node));
  return shown?.file === undefined ? listDefined(body).get(name?.split('.')[0] ?? '') : shown;
}

/** Whether a tag needs an import or an export, which has a report of its own. */
export function isDefinedAbove(node: BodyNode, body: Body): boolean {
  return findDefined(node, body) !== undefined;
}

/** Returns the code that braces in a text need. */
function findInBraces(words: string, body: Body): Defined | undefined {
  const names = words.match(/[\p{L}\p{N}_$]+/gu) ?? [];
  return names.map((name) => listDefined(body).get(name)).find((one) => one !== undefined);
}

/** The same for braces in a text. */
export function areDefinedAbove(words: string, body: Body): boolean {
  return findInBraces(words, body) !== undefined;
}

/** Reports program code, which a text cannot have. Remarks are `{/* … *\/}`. */
export function checkCode(node: BodyNode, body: Body): BodyFault[] {
  if (!isCode(node)) return [];
  if (node.type !== 'mdxjsEsm')
    return [
      {
        rule: 'code-in-content',
        expected: 'text; braces, and lines that begin with “import” or “export”, are program code',
        fix: 'Write TeX between dollar signs, a literal brace as \\{, and a remark as {/* … */}.',
      },
    ];
  const tags = body.nodes.filter((one) => findDefined(one, body)?.node === node);
  const braces = (body.text.match(/\{(?!\/\*)[^{}\n]{1,100}\}/g) ?? []).filter(
    (words) => tags.length === 0 && findInBraces(words, body)?.node === node,
  );
  const uses = new Set([...tags.map(({ name }) => `<${name ?? 'img'}>`), ...braces]);
  const images = tags.flatMap((tag) => {
    const file = listDefined(body).get(readShown(tag))?.file;
    const alt = tag.alt ?? readAttribute(tag, 'alt') ?? 'a description';
    return file === undefined ? [] : `![${alt}](${file})`;
  });
  const instead = images[0] ?? 'text, an image or a component such as <Figure>';
  return [
    {
      rule: 'code-in-content',
      expected: 'Markdown and the components of this site; a text has no program code',
      fix: `Remove it${uses.size === 0 ? '' : ` with ${[...uses].slice(0, 5).join(', ')}`}, and write ${instead} instead.`,
    },
  ];
}
