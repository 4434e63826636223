import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { listCitations, parseCitations, type Citation } from '../bibliography/cite.ts';
import { formatMargin, formatNamed } from '../bibliography/format.ts';
import {
  buildWorkId,
  findBrackets,
  findSeparator,
  nameMark,
  Numbering,
} from '../bibliography/numbering.ts';
import type { Reference } from '../bibliography/reference.ts';
import { buildRuns } from '../bibliography/run-elements.ts';
import type { EntryTarget, Label } from '../lib/body-facts.ts';
import { listInlineTexts, parseInline } from '../lib/inline.ts';
import { parseEntryKey } from '../lib/label.ts';
import { listProse } from '../lib/prose-fields.ts';
import { findWords, type Words } from '../words/words.ts';
import { addFacts, readFacts } from './facts.ts';
import { nameLabel } from './label-name.ts';
import type { LanguageOptions } from './language.ts';
import { buildElement, verbatim } from './tree.ts';

/** The data that a body can refer to. */
export interface CitationOptions extends LanguageOptions {
  /** Returns the current fields of the entry at `path`. */
  readFields: (path: string) => unknown;
  /** Returns the current works of the bibliography by key. */
  references: () => ReadonlyMap<string, Reference>;
  /** Returns the entry with this slug, or this folder and slug, if it exists. */
  findEntry: (name: string, language: string) => EntryTarget | undefined;
}

/**
 * Turns `[@key]` and `@key` into links to the list of references, to a figure, equation, table or section of the page
 * (`@eq-loss`), or to another entry or a part of it (`@entry-titan`, `@entry-papers/titan/eq-loss`). Works are numbered in
 * order of appearance, those in the fields first. Each work is also a short note in the margin, beside the block that
 * cites it first. The page reads the places of the citations from `citations`. Unknown keys stop the build at the first one;
 * `npm run check` reports all of them.
 */
export function rehypeCitations(options: CitationOptions) {
  return (tree: Root, file: VFile) => {
    const page = new CitingPage(options, readFacts(file).labels ?? [], file);
    page.citeFields(options.readFields(file.path));
    tree.children = tree.children.flatMap((block): RootContent[] => {
      const cited = page.replaceIn(block);
      if (cited.length === 0) return [block];
      // Screen readers get the work from the list of references.
      const note = { className: ['note'], ariaHidden: 'true' };
      return [block, buildElement('div', note, ...cited.map(buildNote))];
    });
    addFacts(file, { citations: page.numbering.places });
  };
}

/** A margin note for a work. */
interface Note {
  number: number;
  reference: Reference;
}

/** Numbers the works of a page in order of appearance. */
class CitingPage {
  readonly numbering = new Numbering();
  /** The works that the body cites, in order of appearance. */
  readonly #notes: Note[] = [];
  readonly #references: ReadonlyMap<string, Reference>;
  readonly #findEntry: CitationOptions['findEntry'];
  readonly #labels: ReadonlyMap<string, Label>;
  readonly #noted = new Set<string>();
  readonly #file: VFile;
  readonly #words: Words;

  constructor(
    { references, findEntry, language }: CitationOptions,
    labels: readonly Label[],
    file: VFile,
  ) {
    this.#references = references();
    this.#findEntry = findEntry;
    // If a key is used twice, the first label wins.
    this.#labels = new Map(labels.toReversed().map((label) => [label.key, label]));
    this.#file = file;
    this.#words = findWords(language(file.path));
  }

  /** Numbers the works that the fields cite, as `buildProse` does, which builds the fields for the page. */
  citeFields(fields: unknown): void {
    for (const { text } of listProse(fields))
      for (const words of listInlineTexts(parseInline(text)))
        for (const citation of parseCitations(words).flatMap(listCitations))
          this.numbering.cite(citation);
  }

  /** Replaces the citations in a block. Returns a note for each work that the block is the first to cite. */
  replaceIn(block: RootContent): Note[] {
    const before = this.#notes.length;
    visit({ type: 'root', children: [block] } as Root, (node, index, parent) => {
      if (node.type === 'element' && verbatim.has(node.tagName)) return SKIP;
      if (node.type !== 'text' || parent === undefined || index === undefined) return;
      const pieces = this.#replace(node);
      parent.children.splice(index, 1, ...pieces);
      return index + pieces.length;
    });
    return this.#notes.slice(before);
  }

  #replace(node: Text): ElementContent[] {
    return parseCitations(node.value).map((piece): ElementContent => {
      if (piece.kind === 'group') return this.#buildGroup(piece.citations);
      if (piece.kind === 'text') return { type: 'text', value: piece.text };
      const label = this.#labels.get(piece.key);
      if (label) return buildCrossReference(`#${label.id}`, nameLabel(label, this.#words));
      return this.#buildEntryLink(piece.key) ?? this.#buildNamed(piece);
    });
  }

  /** Builds a link to another entry or a part of it: “Figure 1 of Titan”. */
  #buildEntryLink(key: string): Element | undefined {
    const named = parseEntryKey(key);
    if (named === undefined) return undefined;
    const { title, address, labels } = this.#findTarget(named.name) ?? this.#fail(key);
    if (named.label === undefined) return buildCrossReference(address, title);
    const label = labels.find((label) => label.key === named.label) ?? this.#fail(key);
    const part = nameLabel(label, this.#words);
    const words = this.#words.format(this.#words.text.partOf, { part, title });
    return buildCrossReference(`${address}#${label.id}`, words);
  }

  #findTarget(name: string): EntryTarget | undefined {
    return this.#findEntry(name, this.#words.language);
  }

  #buildGroup(citations: Citation[]): Element {
    const separator = findSeparator(citations);
    const links = citations.flatMap((citation, index) => [
      ...(index > 0 ? [separator] : []),
      this.#buildMark(citation, findBrackets(index, citations.length)),
    ]);
    return buildElement('span', { className: ['cites'] }, ...links);
  }

  #buildMark(citation: Citation, [before, after]: [string, string]): Element {
    const { label, mark, link } = this.#cite(citation);
    const ariaLabel = nameMark(label, this.#find(citation.key), this.#words);
    return buildElement('a', { ...link, ariaLabel }, before + mark + after);
  }

  #buildNamed(citation: Citation): Element {
    const { link } = this.#cite(citation);
    return buildElement('a', link, formatNamed(this.#find(citation.key), this.#words));
  }

  /** Returns the properties of a link to a work, and its texts. */
  #cite(citation: Citation) {
    const { key } = citation;
    const { id, number, label, mark } = this.numbering.cite(citation);
    if (!this.#noted.has(key)) this.#notes.push({ number, reference: this.#find(key) });
    this.#noted.add(key);
    return { label, mark, link: { href: `#${buildWorkId(key)}`, id, className: ['cite'] } };
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

function buildNote({ number, reference }: Note): Element {
  return buildElement(
    'p',
    { dataWork: buildWorkId(reference.key) },
    buildElement('span', { className: ['note-number'] }, `[${number}]`),
    ' ',
    ...buildRuns(formatMargin(reference)),
  );
}
