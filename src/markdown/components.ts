import type { Node, Parent, Root } from 'mdast';
import { SKIP, visit, type VisitorResult } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { isMediaAddress, isSoundAddress } from '../lib/attachment.ts';
import type { Label } from '../lib/body-facts.ts';
import { createNumberedLabels } from '../lib/label.ts';
import { isInteractiveFigure } from '../figures/registry.ts';
import { guardEscapes } from '../lib/escaped-at.ts';
import { parseMarks, type Inline } from '../lib/inline.ts';
import { buildInlineMath } from '../lib/syntax/nodes.ts';
import { findWords } from '../words/words.ts';
import { addFacts } from './facts.ts';
import { completeTag, createFolder, importFigures, type Tag } from './interactive-figures.ts';
import { nameLabel } from './label-name.ts';
import type { LanguageOptions } from './language.ts';
import { buildParent, text } from './parents.ts';

interface ComponentNode extends Parent {
  name?: string | null;
  /** Values are plain text: the content checks reject all others. */
  attributes?: { name?: string; value?: string }[];
}

/**
 * Turns `<Figure>`, `<Table>` and `<Aside>` into HTML. Numbers figures and tables with an id, each in the order
 * of the text. Folds interactive figures after the third.
 */
export function remarkComponents({ language }: LanguageOptions) {
  return (tree: Root, file: VFile) => {
    const words = findWords(language(file.path));
    const labels: Label[] = [];
    const figures = new Set<string>();
    const files = new Set<string>();
    const nextLabel = createNumberedLabels();
    const fold = createFolder();
    const number = (id: string | undefined): string | undefined => {
      if (id === undefined) return undefined;
      const label = nextLabel(id);
      labels.push(label);
      return nameLabel(label, words);
    };

    const defined = listDefined(tree);
    visit(tree, (node, index, parent): VisitorResult => {
      if (parent === undefined || index === undefined) return undefined;
      const replaceBy = (replacement: Parent) => {
        parent.children[index] = replacement as (typeof parent.children)[number];
      };
      if (node.type === 'image' || node.type === 'imageReference') {
        const url = node.type === 'image' ? node.url : defined.get(node.identifier);
        if (url === undefined || !isMediaAddress(url)) return undefined;
        replaceBy(buildPlayer(url, node.alt ?? ''));
        return SKIP;
      }
      if ((node.type as string) !== 'mdxJsxFlowElement') return undefined;
      const { name, attributes = [], children } = node as unknown as ComponentNode;
      const { id, src, dark, alt, caption, title } = Object.fromEntries(
        attributes.map((attribute) => [attribute.name, attribute.value]),
      ) as Record<string, string | undefined>;
      const captionOf = (label: string | undefined, content: Node[]) => [
        ...(label ? [buildParent('strong', {}, [text(`${label}.`)]), text(' ')] : []),
        ...content,
      ];

      if (name && isInteractiveFigure(name)) {
        figures.add(name);
        if (src) files.add(src);
        fold(node as unknown as Tag);
        completeTag(node as unknown as Tag, number(id) ?? '', src);
        // The content checks reject captions with nodes that this visitor handles.
        (node as unknown as Parent).children = unwrap(children) as Parent['children'];
        return SKIP;
      }
      if (name === 'Figure') {
        const image = (url: string | undefined, ...className: string[]) =>
          url !== undefined && isMediaAddress(url)
            ? buildPlayer(url, alt ?? '')
            : ({
                type: 'image',
                url,
                alt,
                data: {
                  hProperties: { className },
                },
              } as unknown as Node);
        const label = number(id);
        const images = dark ? [image(src, 'only-light'), image(dark, 'only-dark')] : [image(src)];
        const content = unwrap(children);
        replaceBy(
          buildParent('figure', { id }, [
            ...images,
            ...(label || content.length > 0
              ? [buildParent('figcaption', { className: ['caption'] }, captionOf(label, content))]
              : []),
          ]),
        );
      } else if (name === 'Table') {
        const label = number(id);
        const content = captionOf(label, setMarks(caption ?? ''));
        replaceBy(
          buildParent('figure', { id, className: ['table'], tabIndex: 0 }, [
            buildParent('figcaption', { className: ['caption'] }, content),
            ...children,
          ]),
        );
      } else if (name === 'Aside') {
        const heading = title
          ? [buildParent('p', { className: ['aside-title'] }, setMarks(title))]
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

/** The addresses that the labels of links and images stand for. Of two with one label the first counts. */
function listDefined(tree: Root): Map<string, string> {
  const defined = new Map<string, string>();
  visit(tree, 'definition', ({ identifier, url }) => {
    if (!defined.has(identifier)) defined.set(identifier, url);
  });
  return defined;
}

/** Builds the words of an attribute, which has the language of a field. */
function setMarks(words: string): Node[] {
  const set = (inline: Inline): Node => {
    if (typeof inline === 'string') return text(inline);
    if ('code' in inline) return { type: 'inlineCode', value: inline.code } as Node;
    if ('tex' in inline) return buildInlineMath(inline.tex) as unknown as Node;
    const content = inline.content.map(set);
    return 'href' in inline
      ? ({ type: 'link', url: inline.href, children: content } as unknown as Node)
      : buildParent(inline.tag, {}, content);
  };
  return parseMarks(guardEscapes(words)).map(set);
}

/** A film or a sound; `rehypeFiles` completes it. */
function buildPlayer(src: string, ariaLabel: string): Parent {
  const name = isSoundAddress(src) ? 'audio' : 'video';
  return buildParent(name, { src, ariaLabel, controls: true, preload: 'metadata' }, []);
}

/** Removes the paragraphs around the content of a caption. */
function unwrap(children: Node[]): Node[] {
  return children.flatMap((child, index) => {
    const words = child.type === 'paragraph' ? (child as Parent).children : [child];
    return index > 0 ? [text(' '), ...words] : words;
  });
}
