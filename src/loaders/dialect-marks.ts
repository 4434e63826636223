import type { ForeignMark } from './foreign-marks.ts';
import type { MarkAdvice } from './tex-advice.ts';

const otherKind =
  'paragraphs, lists, tables and quotations; this mark belongs to another kind of Markdown';

/** Builds the title of a remark from the name of a mark. */
const nameRemark = (text: string) =>
  text.replace(/^(?:callout-|prf:)/, '').replace(/^./, (letter) => letter.toUpperCase());

/** The names of remarks and statements in Quarto, Pandoc, MyST and Docusaurus. */
const remarks =
  /^(?:callout(?:-\w+)?|admonition|note|tip|hint|info|important|warning|caution|danger|attention|error|seealso|success|question|failure|bug|quote|todo|aside|margin|sidebar|topic|details|dropdown|abstract|(?:prf:)?(?:theorem|thm|axiom|conjecture|claim|property|observation|assumption|criterion|algorithm|lemma|corollary|proposition|definition|proof|example|remark)|exercise|solution)$/i;

/** The ids of statements in Quarto: `::: {#thm-line}`. */
const statements: Readonly<Record<string, string>> = {
  ...{ thm: 'Theorem', lem: 'Lemma', cor: 'Corollary', prp: 'Proposition', cnj: 'Conjecture' },
  ...{ def: 'Definition', exm: 'Example', exr: 'Exercise', sol: 'Solution', rem: 'Remark' },
};

/** What to write in place of a directive that is no remark. */
const directives: readonly (readonly [names: RegExp, fix: string])[] = [
  [/^(?:figure|subfigure)$/, 'Write <Figure src="./name.png" alt="…">, the caption, and </Figure>'],
  [/^image$/, 'Write ![a description](./name.png)'],
  [/^math$/, 'Write $$ on a line of its own above and below the formula,'],
  [/^(?:myst|markdown|md)$/, 'Write ```md and ```'],
  [
    /^(?:table|list-table|csv-table)$/,
    'Write <Table caption="…">, a table of Markdown, and </Table>',
  ],
  [/^(?:include|literalinclude|embed)$/, 'Write the text of that file'],
];

/** The advice for a directive of MyST or a block of Pandoc, by its name and the word after it. */
export function adviseOnDirective(
  name: string,
  argument: string,
  marks: 'both marks' | 'both lines',
): { expected: string; fix: string } {
  const place = `in place of ${marks}`;
  if (remarks.test(name)) return adviseOnRemark(nameRemark(name), place);
  if (/^(?:code|code-block|code-cell|sourcecode|highlight)$/.test(name)) {
    const language = argument.toLowerCase().replace(/^ipython\d*$/, 'python');
    return { expected: otherKind, fix: `Write \`\`\`${language} and \`\`\` ${place}.` };
  }
  if (/^(?:bibliography|contents|toctree)$/.test(name))
    return { expected: otherKind, fix: `Remove ${marks}. The page has its own list.` };
  const [, fix] = directives.find(([names]) => names.test(name)) ?? [];
  return {
    expected: otherKind,
    fix: fix === undefined ? `Remove ${marks}. The site lays out the page.` : `${fix} ${place}.`,
  };
}

const adviseOnRemark = (title: string, place: string) => ({
  expected: otherKind,
  fix: `Write <Aside title="${title}"> and </Aside> ${place}, with empty lines around them.`,
});

/** A shortcode of Hugo that Hugo does not run, but prints. */
export const escapedShortcode = /\{\{([<%])\/\*([^]{0,400}?)\*\/([>%])\}\}/;

export function adviseOnShortcode(mark: string): MarkAdvice {
  const [, open = '', words = '', close = ''] = escapedShortcode.exec(mark) ?? [];
  const right = `\`{{${open} ${words.trim()} ${close}}}\``;
  return {
    expected:
      'code between backticks; this is an escaped shortcode, which Hugo prints without /* and */',
    nearest: right,
    right,
    fix: `Write ${right}.`,
  };
}

/** Marks with one tilde on each side, which deletes nothing here. */
export const tildeMarks: readonly ForeignMark[] = [
  {
    pattern: /(?<=\w)~\w+~/g,
    advise: (words) => ({
      expected: 'a subscript written as $x_2$ or <sub>2</sub>',
      nearest: `<sub>${words.slice(1, -1)}</sub>`,
      fix: 'Write it in one of these two forms, and a literal tilde as \\~.',
    }),
  },
  {
    pattern: /(?<=^|[\s(])~(?=[^\s~])[^~\n]{1,200}(?<=\S)~(?=$|[\s.,;:!?)])/gm,
    advise: (words) => ({
      expected: 'two tildes on each side of deleted words, ~~like these~~',
      nearest: `~${words}~`,
      fix: 'Write ~~words~~, and a literal tilde as \\~.',
    }),
  },
];

/** Marks that other kinds of Markdown have besides those of this one: Pandoc, Python-Markdown, GitHub, Obsidian. */
export const dialectMarks: readonly ForeignMark[] = [
  {
    pattern: /^(?:Table)?:[ \t]+([^{\n]*?)[ \t]*\{#(tbl-[\w-]+)[^}\n]*\}/gm,
    advise: (_, [caption = '', id = '']) => ({
      expected: 'the caption and the id of a table in a tag around it',
      fix: `Remove it. Write <Table id="${id}" caption="${caption.replaceAll('"', '”')}"> above the table and </Table> below it, with empty lines around them.`,
    }),
  },
  {
    // A term is a short line of its own.
    pattern: /(?<=(?:^|\n[ \t]*\n)[^\n]{1,60}\n[ \t]*):[ \t]+\S[^\n]*/g,
    advise: (words) => ({
      expected: 'a term and its meaning as an item of a list',
      fix: `Write both lines as “- **term**: ${words.replace(/^:\s+/, '')}”.`,
    }),
  },
  {
    pattern: /^(?:!!!|\?\?\?\+?) *([\w-]+)(?: +"([^"\n]*)")?[^\n]*/gm,
    advise: (_, [kind = '', title]) =>
      adviseOnRemark(
        title ?? nameRemark(kind),
        'above and below the words, without spaces before them, in place of this line',
      ),
  },
  {
    pattern: /^:{3,}[ \t]*(?:\{([.#]?[\w:-]+)[^}\n]*\}|([\w:-]+))?[ \t]*([\w+#-]*)[^\n]*/gm,
    advise: (_, [one = '', two = '', argument = '']) => {
      const marks = 'both marks';
      const [, kind = ''] = /^#(\w+)[-:]/.exec(one) ?? [];
      const statement = statements[kind];
      if (statement !== undefined) return adviseOnRemark(statement, `in place of ${marks}`);
      if (kind === 'fig' || kind === 'tbl')
        return adviseOnDirective(kind === 'fig' ? 'figure' : 'table', '', marks);
      // Other classes and ids are for the look of a page.
      return adviseOnDirective(one.replace(/^[.#]/, '') || two, argument, marks);
    },
  },
  { pattern: new RegExp(escapedShortcode, 'g'), advise: (words) => adviseOnShortcode(words) },
  {
    pattern: /^===[!+]? +"([^"\n]*)"/gm,
    advise: (_, [title = '']) => ({
      expected: otherKind,
      fix: `Write **${title}** as a paragraph, and its text below it without the spaces.`,
    }),
  },
  {
    // A block of Obsidian has its id at its end.
    pattern: /(?<=^|[ \t])\^[a-z\d][a-z\d-]{2,}[ \t]*$/gim,
    advise: () => ({
      expected: 'no id of a block; headings, figures, tables and equations have ids',
      fix: 'Remove it, or write \\^ for a literal ^.',
    }),
  },
  {
    pattern: /\[!(\w+)\][-+]?/g,
    advise: (_, [kind = '']) =>
      adviseOnRemark(
        nameRemark(kind.toLowerCase()),
        'around the words, without this mark and the signs >',
      ),
  },
  {
    pattern: /(?<![=\w\\])==(?=[^\s=])[^=\n]{1,200}(?<=\S)==(?![=\w])/g,
    advise: (words) => {
      const right = `**${words.slice(2, -2)}**`;
      return { expected: 'strong words as in **words**', nearest: right, fix: `Write ${right}.` };
    },
  },
  {
    pattern: /(?<![+\w\\])\+\+(?!\w{1,3}\b[^+\n]*\s)(?=[^\s+])[^+\n]{1,200}(?<=\S)\+\+(?![+\w])/g,
    advise: (words) => {
      const right = `<ins>${words.slice(2, -2)}</ins>`;
      return {
        expected: 'added words as in <ins>words</ins>',
        nearest: right,
        fix: `Write ${right}.`,
      };
    },
  },
  {
    pattern:
      /(?<![\w:/\\]):(?:ref|numref|eq|doc|cite(?::\w+)?|term|math|su[bp]|code|func|class|meth|mod|attr|file|kbd|abbr):(?=`)/g,
    advise: () => ({
      expected: 'a citation as [@key], a reference as @fig-name, a formula as $x$',
      fix: 'Write it in one of these forms.',
    }),
  },
  {
    pattern: /^:(?:label|name|class|width|height|align|alt|tags|number|enumerated):(?:[ \t].*)?$/gm,
    advise: () => ({
      expected: 'no options of a directive, which MyST has below its first line',
      fix: 'Remove it. An id stands in the tag of a figure or a table, or beside a formula: $$ {#eq-name}.',
    }),
  },
  {
    pattern:
      /(?<![\w:/\\]):(?!(?:label|name|class|width|height|align|alt|tags|number|enumerated):(?:[ \t]|$))(?:[a-z][a-z_]{1,40}\d*|[+-]1):(?![\w:`])/gi,
    advise: (words) => ({
      expected: 'a sign itself; its name between colons is printed as it is',
      fix: `Write the sign in place of ${words}, or remove it; literal colons are \\${words}.`,
    }),
  },
  ...tildeMarks,
];
