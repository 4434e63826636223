import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { parseCitations, type Citation } from '../bibliography/cite.ts';
import { formatNamed, formatShort } from '../bibliography/format.ts';
import type { Reference } from '../bibliography/reference.ts';
import type { EntryTarget, Label } from '../lib/body-facts.ts';
import { parseEntryKey } from '../lib/label.ts';
import { addFacts, readFacts } from './facts.ts';
import { buildElement, verbatim } from './tree.ts';

/** What a text can refer to outside itself. */
export interface CitationOptions {
  /** The works of the bibliography by key, as they are when a body is built. */
  references: () => ReadonlyMap<string, Reference>;
  /** The entry of the site that has this slug, as it is when a body is built. */
  findEntry: (slug: string) => EntryTarget | undefined;
}

/**
 * Turns `[@key]` and `@key` into links: to the list of references, numbered in the order of appearance,
 * to a figure, equation, table or section of the page (`@eq-loss`), or to another entry and what is in it
 * (`@entry-titan`, `@entry-titan/eq-loss`). Each work stands in the margin too, beside the block that cites
 * it first. The page finds the places as `citations`. `npm run check` reports keys that lead nowhere with
 * their place; here the first such stops the build.
 */
export function rehypeCitations(options: CitationOptions) {
  return (tree: Root, file: VFile) => {
    const page = new CitingPage(options, readFacts(file).labels ?? [], file);
    tree.children = tree.children.flatMap((block): RootContent[] => {
      const cited = page.replaceIn(block);
      if (cited.length === 0) return [block];
      // The list of references says the same to those who listen.
      const note = { className: ['note'], ariaHidden: 'true' };
      return [block, buildElement('div', note, ...cited.map(buildNote))];
    });
    addFacts(file, { citations: page.places });
  };
}

/** The works that a page has cited so far, each with its number. */
class CitingPage {
  readonly places: { key: string; id: string }[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #references: ReadonlyMap<string, Reference>;
  readonly #findEntry: CitationOptions['findEntry'];
  readonly #labels: readonly Label[];
  readonly #file: VFile;

  constructor({ references, findEntry }: CitationOptions, labels: readonly Label[], file: VFile) {
    this.#references = references();
    this.#findEntry = findEntry;
    this.#labels = labels;
    this.#file = file;
  }

  /** Replaces what is cited in a block; returns the works that it is the first to cite. */
  replaceIn(block: RootContent): { number: number; reference: Reference }[] {
    const before = this.#numbers.size;
    visit({ type: 'root', children: [block] } as Root, (node, index, parent) => {
      if (node.type === 'element' && verbatim.has(node.tagName)) return SKIP;
      if (node.type !== 'text' || parent === undefined || index === undefined) return;
      const pieces = this.#replace(node);
      parent.children.splice(index, 1, ...pieces);
      return index + pieces.length;
    });
    return [...this.#numbers]
      .slice(before)
      .map(([key, number]) => ({ number, reference: this.#find(key) }));
  }

  #replace(node: Text): ElementContent[] {
    return parseCitations(node.value).map((piece): ElementContent => {
      if (piece.kind === 'group') return this.#buildGroup(piece.citations);
      if (piece.kind === 'text') return { type: 'text', value: piece.text };
      const label = this.#labels.find(({ key }) => key === piece.key);
      if (label) return buildCrossReference(`#${label.id}`, label.text);
      return (
        this.#buildEntryLink(piece.key) ??
        this.#buildLink(piece.key, formatNamed(this.#find(piece.key)))
      );
    });
  }

  /** A link to another entry, or to a part of it: “Figure 1 of Titan”. */
  #buildEntryLink(key: string): Element | undefined {
    const named = parseEntryKey(key);
    if (named === undefined) return undefined;
    const { title, address, labels } = this.#findEntry(named.slug) ?? this.#fail(key);
    if (named.label === undefined) return buildCrossReference(address, title);
    const { id, text } = labels.find((label) => label.key === named.label) ?? this.#fail(key);
    return buildCrossReference(`${address}#${id}`, `${text} of ${title}`);
  }

  #buildGroup(citations: Citation[]): Element {
    const separator = citations.some(({ locator }) => locator) ? '; ' : ', ';
    const links = citations.flatMap(({ key, locator }, index) => [
      ...(index > 0 ? [separator] : []),
      this.#buildLink(key, [this.#count(key), locator].filter(Boolean).join(', ')),
    ]);
    return buildElement('span', { className: ['cites'] }, '[', ...links, ']');
  }

  #buildLink(key: string, text: string): Element {
    this.#count(key);
    const id = `cite-${key}-${this.places.filter((place) => place.key === key).length + 1}`;
    this.places.push({ key, id });
    return buildElement('a', { href: `#ref-${key}`, id, className: ['cite'] }, text);
  }

  /** The number of a work, which is the next one where the work is new. */
  #count(key: string): number {
    const number = this.#numbers.get(key) ?? this.#numbers.size + 1;
    this.#numbers.set(key, number);
    return number;
  }

  #find(key: string): Reference {
    return this.#references.get(key) ?? this.#fail(key);
  }

  #fail(key: string): never {
    this.#file.fail(`“@${key}” leads nowhere. Run “npm run check” for the place.`);
  }
}

function buildCrossReference(href: string, text: string): Element {
  return buildElement('a', { href, className: ['xref'] }, text);
}

/** A work as it stands in the margin. */
function buildNote({ number, reference }: { number: number; reference: Reference }): Element {
  const { authors, year, title, venue } = formatShort(reference);
  return buildElement(
    'p',
    {},
    buildElement('span', { className: ['note-number'] }, `[${number}]`),
    ` ${authors} (${year}). ${title}`,
    ...(venue === undefined ? [] : [' ', buildElement('i', {}, `${venue}.`)]),
  );
}
