import { adviseOnFormulaEnvironment } from './formula-advice.ts';
import type { MarkAdvice } from './tex-advice.ts';

const quotation = 'Begin each line with “> ”.';
const codeBlock = 'Write a line ``` above and below the code.';
const onlyWords = 'Remove the two lines, and keep what is between them.';

const environments: Readonly<Record<string, string>> = {
  itemize: 'Write each \\item as a line that begins with “- ”.',
  enumerate: 'Write each \\item as a line that begins with “1. ”.',
  description: 'Write each item as a line “- **term**: words”.',
  ...{ quote: quotation, quotation },
  figure: 'Write <Figure id="fig-name" src="./name.png" alt="…">, the caption, and </Figure>.',
  table: 'Write <Table caption="…">, a table of Markdown, and </Table>.',
  tabular: 'Write each row as | a | b |, and | --- | --- | below the first.',
  ...{ verbatim: codeBlock, lstlisting: codeBlock },
  algorithm: 'Write a line ```text above and ``` below the steps.',
  abstract: 'Write the text in the field “abstract” at the top of the file.',
  thebibliography: 'Write the works in content/references.bib, and cite them as [@key].',
  ...{ center: onlyWords, document: onlyWords },
};

/** Whether an environment of LaTeX holds text. */
export function isTextEnvironment(name: string): boolean {
  return name in environments;
}

/** Environments that number a text, as a theorem does. */
const remarks =
  /^(?:thm|theorem|lem|lemma|prop|proposition|cor|corollary|conj|conjecture|def|defn|definition|ex|example|exercise|problem|solution|rem|remark|note|claim|fact|hypothesis|assumption|axiom|observation|question|notation|proof|acknowledge?ments?|tcolorbox|framed|mdframed|boxed?)\*?$/i;

/** Returns the advice for an environment of LaTeX. */
export function adviseOnEnvironment(name: string): MarkAdvice {
  if (!(name in environments) && !remarks.test(name))
    return {
      expected: 'Markdown; the site reads the environments of mathematics alone',
      fix:
        adviseOnFormulaEnvironment(name) ??
        `${onlyWords} If they are a formula, write a line $$ in place of each.`,
    };
  const title = name.replace(/^./, (letter) => letter.toUpperCase());
  return {
    expected: 'Markdown; the site reads the environments of mathematics alone',
    fix: environments[name] ?? `Write <Aside title="${title}">, the text, and </Aside>.`,
  };
}
