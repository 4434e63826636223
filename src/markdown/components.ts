import type { Node, Parent, Root } from 'mdast';
import { SKIP, visit, type VisitorResult } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Label } from '../lib/body-facts.ts';
import { createNumberedLabels, equationId } from '../lib/label.ts';
import { isInteractiveFigure } from '../figures/registry.ts';
import { guardEscapes } from './escapes.ts';
import { addFacts } from './facts.ts';
import { completeTag, importFigures, type Tag } from './interactive-figures.ts';

interface ComponentNode extends Parent {
  name?: string | null;
  /** Values are plain text: the content checks reject all others. */
  attributes?: { name?: string; value?: string }[];
}

/** Builds an mdast node that becomes the element `tagName`. */
function buildParent(tagName: string, hProperties: object, children: Node[]): Parent {
  return { type: tagName, data: { hName: tagName, hProperties }, children } as unknown as Parent;
}

const text = (value: string): Node => ({ type: 'text', value }) as Node;

/**
 * Turns `<Figure>`, `<Table>` and `<Aside>` into HTML. Numbers figures, tables and equations with an id (`$$
 * {#eq-loss}` as the opening line), each in the order of the text.
 */
export function remarkComponents() {
  return (tree: Root, file: VFile) => {
    const labels: Label[] = [];
    const figures = new Set<string>();
    const files = new Set<string>();
    const nextLabel = createNumberedLabels();
    const number = (id: string | undefined): string | undefined => {
      if (id === undefined) return undefined;
      const label = nextLabel(id);
      labels.push(label);
      return label.text;
    };

    visit(tree, (node, index, parent): VisitorResult => {
      if (parent === undefined || index === undefined) return undefined;
      const replaceBy = (replacement: Parent) => {
        parent.children[index] = replacement as (typeof parent.children)[number];
      };
      if (node.type === 'math') {
        const id = equationId.exec(node.meta ?? '')?.[1];
        const label = number(id);
        if (label === undefined) return undefined;
        const mark = buildParent('span', { className: ['equation-number'] }, [
          text(`(${label.replace(/\D+/, '')})`),
        ]);
        replaceBy(buildParent('div', { id, className: ['equation'] }, [node, mark]));
        return SKIP;
      }
      if ((node.type as string) !== 'mdxJsxFlowElement') return undefined;
      const { name, attributes = [], children } = node as unknown as ComponentNode;
      const { id, src, dark, alt, caption, title } = Object.fromEntries(
        attributes.map((attribute) => [attribute.name, attribute.value]),
      ) as Record<string, string | undefined>;
      const captionOf = (label: string | undefined, words: Node[]) => [
        ...(label ? [buildParent('strong', {}, [text(`${label}.`)]), text(' ')] : []),
        ...words,
      ];

      if (name && isInteractiveFigure(name)) {
        figures.add(name);
        if (src) files.add(src);
        completeTag(node as unknown as Tag, number(id) ?? '', src);
        // The content checks reject captions with nodes that this visitor handles.
        (node as unknown as Parent).children = unwrap(children) as Parent['children'];
        return SKIP;
      }
      if (name === 'Figure') {
        const image = (url: string | undefined, ...className: string[]) =>
          ({
            type: 'image',
            url,
            alt,
            data: {
              hProperties: { className },
            },
          }) as unknown as Node;
        const label = number(id);
        const images = dark ? [image(src, 'only-light'), image(dark, 'only-dark')] : [image(src)];
        const words = unwrap(children);
        replaceBy(
          buildParent('figure', { id }, [
            ...images,
            ...(label || words.length > 0
              ? [buildParent('figcaption', { className: ['caption'] }, captionOf(label, words))]
              : []),
          ]),
        );
      } else if (name === 'Table') {
        const label = number(id);
        const words = captionOf(label, [text(guardEscapes(caption ?? ''))]);
        replaceBy(
          buildParent('figure', { id, className: ['table'], tabIndex: 0 }, [
            buildParent('figcaption', { className: ['caption'] }, words),
            ...children,
          ]),
        );
      } else if (name === 'Aside') {
        const heading = title
          ? [buildParent('p', { className: ['aside-title'] }, [text(guardEscapes(title))])]
          : [];
        replaceBy(
          buildParent('aside', { className: ['aside'], role: 'note' }, [...heading, ...children]),
        );
      }
      // Continue with the replacement and its children.
      return parent.children[index] === node ? undefined : [SKIP, index];
    });
    importFigures(tree, figures, files);
    addFacts(file, { labels });
  };
}

/** Removes the paragraphs around the content of a caption. */
function unwrap(children: Node[]): Node[] {
  return children.flatMap((child, index) => {
    const words = child.type === 'paragraph' ? (child as Parent).children : [child];
    return index > 0 ? [text(' '), ...words] : words;
  });
}
