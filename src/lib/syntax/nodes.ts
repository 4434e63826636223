import { commandForms, formulaEnvironments, groupForms } from './command-forms.ts';
import { cite, readArguments, refer } from './command-references.ts';

/** A node of the tree that these functions build. */
export interface ProseNode {
  type: string;
  value?: string;
  url?: string;
  alt?: string;
  title?: string | undefined;
  name?: string;
  meta?: string | null;
  identifier?: string;
  label?: string;
  attributes?: { type?: string; name?: string; value?: unknown }[];
  children?: ProseNode[];
  position?: { start: { offset?: number }; end: { offset?: number } };
  data?: Record<string, unknown>;
}

/** The properties of the node that a span becomes. `children` are the words in it. */
export function buildNode(written: string, children: ProseNode[], isBlock: boolean): ProseNode {
  const source = readDoubled(written);
  if (source.startsWith('{\\')) return buildGroup(source, children);
  if (/^(?:<!--|\{)/.test(source)) return buildRemark(isBlock);
  if (source.startsWith('\\\\')) return { type: 'break' };
  if (source.startsWith('``')) return { type: 'proseQuotation', children };
  if (source.startsWith('<')) return buildTag(source);
  if (isBlock) return buildBlock(source.trimEnd());
  if (source.startsWith('\\(')) return buildInlineMath(source.slice(2, -2).trim());
  return buildCommand(source, children);
}

/** Where Markdown takes each backslash before a sign away, `\\(a\_1\\)` is `\(a_1\)`. */
function readDoubled(source: string): string {
  const [, open = '', tex = '', close = ''] = /^\\\\([([])([^]*)\\\\([)\]])\s*$/.exec(source) ?? [];
  return open === '' ? source : `\\${open}${tex.replace(/\\([\\_*])/g, '$1')}\\${close}`;
}

function buildGroup(source: string, children: ProseNode[]): ProseNode {
  const [, name = '', words = ''] = /^\{\\([a-z]+)\s*([^]*)\}$/.exec(source) ?? [];
  const type = groupForms[name] ?? 'emphasis';
  if (type === 'inlineCode') return buildCode(words);
  // The correction of LaTeX after slanted letters prints nothing.
  const last = children.at(-1);
  if (words.endsWith('\\/') && last?.type === 'text')
    last.value = last.value?.replace(/\/$/, '') ?? '';
  return { type, children };
}

function buildCode(source: string): ProseNode {
  return { type: 'inlineCode', value: source.replace(/\\([_#$%&{}])/g, '$1') };
}

/** A remark, as MDX has it. */
function buildRemark(isBlock: boolean): ProseNode {
  const estree = { type: 'Program', sourceType: 'module', body: [], comments: [] };
  const type = isBlock ? 'mdxFlowExpression' : 'mdxTextExpression';
  return { type, value: '', data: { estree } };
}

const attribute = /([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))|([a-z-]+)/gi;

function buildTag(source: string): ProseNode {
  if (/^<hr/i.test(source)) return { type: 'thematicBreak' };
  const [, name = '', rest = ''] = /^<(w?br|img)\b([^]*?)\/?>$/i.exec(source) ?? [];
  if (name === '') return buildLink(source.slice(1, -1));
  const attributes = Array.from(
    rest.matchAll(attribute),
    ([, key, double, single, bare, alone]) => ({
      type: 'mdxJsxAttribute',
      name: (key ?? alone ?? '').toLowerCase(),
      value: double ?? single ?? bare ?? null,
    }),
  );
  return { type: 'mdxJsxTextElement', name: name.toLowerCase(), attributes, children: [] };
}

function buildLink(address: string): ProseNode {
  const url = /^[^:/]+@/.test(address) ? `mailto:${address}` : address;
  return { type: 'link', url, children: [buildText(address)] };
}

function buildBlock(source: string): ProseNode {
  if (source.startsWith('\\[')) return buildMath(source.slice(2, -2));
  const [, name = ''] = /^\\begin\{([a-z]+)/i.exec(source) ?? [];
  if (name !== '')
    return formulaEnvironments.has(name) || holdsOneFormula(source)
      ? buildMath(source)
      : { type: 'paragraph', children: [{ type: 'proseEnvironment', name, value: source }] };
  const [, tex = '', meta] = /^\$\$([^]*)\$\$\s*(\{#[^}]*\})?$/.exec(source) ?? [];
  return { ...buildMath(tex), ...(meta !== undefined && { meta }) };
}

/** Whether a source is `subequations` around one environment of mathematics. */
function holdsOneFormula(source: string): boolean {
  const [, name = ''] =
    /^\\begin\{subequations\}\s*(?:\\label\{[^{}]*\}\s*)?\\begin\{([a-z]+)\*?\}[^]*\\end\{\1\*?\}\s*\\end\{subequations\}$/i.exec(
      source,
    ) ?? [];
  return formulaEnvironments.has(name) && source.split(`\\begin{${name}`).length === 2;
}

/** Builds a displayed formula as the extension for mathematics does. */
function buildMath(source: string): ProseNode {
  const value = source.trim();
  const properties = { className: ['language-math', 'math-display'] };
  const children = [{ type: 'text', value }];
  const code = { type: 'element', tagName: 'code', properties, children };
  return {
    type: 'math',
    value,
    meta: null,
    data: { isRead: true, hName: 'pre', hChildren: [code] },
  };
}

/** Builds a formula of a sentence as the extension for mathematics does. */
export function buildInlineMath(source: string): ProseNode {
  const value = source.replaceAll('\n', ' ');
  const hProperties = { className: ['language-math', 'math-inline'] };
  const hChildren = [{ type: 'text', value }];
  return { type: 'inlineMath', value, data: { hName: 'code', hProperties, hChildren } };
}

/** Builds the text that stands for a command. */
function buildText(value: string): ProseNode {
  return { type: 'text', value, data: { isRead: true } };
}

function buildCitation(command: string, rest: string, source: string): ProseNode {
  const value = cite(command, rest);
  return value === undefined ? { type: 'text', value: source } : buildText(value);
}

function buildCommand(source: string, children: ProseNode[]): ProseNode {
  const [, name = '', rest = ''] = /^\\([a-z]+)\*?([^]*)$/i.exec(source) ?? [];
  const form = Object.hasOwn(commandForms, name) ? commandForms[name] : undefined;
  const [first = ''] = readArguments(rest, '{');
  switch (form?.kind) {
    case 'formula':
      return buildInlineMath(source);
    case 'code':
      return buildCode(first);
    case 'address':
      return buildLink(first.replace(/\\([_#$%&])/g, '$1'));
    case 'citation':
      return { ...buildCitation(name, rest, source), type: 'proseText' };
    case 'reference':
      return { ...buildText(refer(first)), type: 'proseReference' };
    case 'words':
      return buildWords(form.element, first, children);
    case undefined:
      return { type: 'proseText', value: source };
  }
}

function buildWords(element: string, first: string, children: ProseNode[]): ProseNode {
  if (element === 'link')
    return { type: 'link', url: first.replace(/\\([_#$%&])/g, '$1'), children };
  if (element === 'footnote') return { type: 'proseFootnote', children };
  if (/^(strong|emphasis|delete)$/.test(element)) return { type: element, children };
  return { type: 'mdxJsxTextElement', name: element, attributes: [], children };
}
