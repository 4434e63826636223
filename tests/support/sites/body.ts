import type { Chooser } from './chooser.ts';
import type { BuildFigure } from './interactive-figures.ts';
import { escape, sentences as plainSentences } from './titles.ts';

const sentences = plainSentences.map(escape);

interface Site {
  chooser: Chooser;
  buildFigure: BuildFigure;
  works: readonly string[];
  slugs: readonly string[];
}

/** Builds a part of a body. `n` makes its ids unique. */
type Part = (site: Site, n: number) => string;

const table = (cite: string) => `| модель | 模型 | مدى | a \\| b |
| :--- | :-: | ---: | --- |
| one | $0.1$ | 12 | ${cite} |
| two ~~three~~ | \`x < y\` | 3,5 | **bold** & *it* |`;

const parts: Part[] = [
  ({ chooser: { pick } }) =>
    `### The bound $\\lambda_{\\max}$ of ${pick(['R&D', '模型', 'Łódź', 'שפה'])}\n\n${pick(sentences)}`,
  ({ chooser: { pick }, works }) =>
    `In a sentence $\\eta < 2/\\lambda_{\\max}$, a work [@${pick(works)}], another in the sentence, as @${pick(works)} has it, and a place [@${pick(works)}, §3].`,
  () =>
    '$$\np(y_{1:T} \\mid x) = \\prod_{t=1}^{T} \\mathrm{softmax}\\left( \\frac{q_t^\\top K_{1:t}}{\\sqrt{d}} \\right) V_{1:t} \\, W_O + b_O + \\sum_{j=1}^{J} \\alpha_j \\, \\phi_j(x_t) \\, \\psi_j(y_{t-1}) + \\epsilon_t\n$$',
  (_, n) => `$$ {#eq-loss-${n}}\nL(W) = \\|XW - Y\\|^2\n$$\n\nAs @eq-loss-${n} says.`,
  ({ chooser: { pick }, works }, n) =>
    `<Table id="tbl-costs-${n}" caption="Costs & “gains” [@${pick(works)}].">\n\n${table(`[@${pick(works)}]`)}\n\n</Table>\n\n@tbl-costs-${n} counts them.`,
  ({ chooser: { pick } }) =>
    `<Table caption="${pick(['Без номера', 'ללא מספר', '表'])}">\n\n${table('—')}\n\n</Table>`,
  () => table('4'),
  ({ chooser: { pick }, works }, n) =>
    `What is said needs a note.[^n${n}]\n\n[^n${n}]: ${pick(sentences)} It cites [@${pick(works)}], and holds $\\lambda$.`,
  () =>
    '```python title="train.py" {2,4-5}\nimport numpy as np\n\ndef step(weights, gradient, eta=0.1):\n    """One step, in a line that is far too long for the column that it stands in: <unk> & \'\'."""\n    return weights - eta * gradient\n```',
  () => '```\nno language: ünïcode, 机器, שפה\n```',
  ({ chooser: { pickSome } }) =>
    `${pickSome(sentences, 4, 2)
      .map((one) => `- ${one}`)
      .join('\n')}\n  1. first,\n  2. second.`,
  ({ chooser: { pick, sometimes } }) =>
    `<Aside${sometimes(` title="${pick(['Remark', 'הערה', '注'])}"`) ?? ''}>\n\n${pick(sentences)}\n\n</Aside>`,
  ({ chooser: { pick, sometimes }, works }, n) => {
    const dark = sometimes(' dark="./loss-dark.png"') ?? '';
    return `<Figure id="fig-loss-${n}" src="./loss.png"${dark} alt="Two falling curves.">\n\n${pick(sentences)} It cites [@${pick(works)}].\n\n</Figure>\n\n@fig-loss-${n} shows it.`;
  },
  () => '<Figure src="./loss.svg" alt="Two falling curves.">\n\nWithout a number.\n\n</Figure>',
  () => '![The same two curves, of one’s own & “others”.](./loss.png)',
  ({ chooser: { pick } }) =>
    `> ${pick(sentences)}\n\nH<sub>2</sub>O, x<sup>2</sup>, <kbd>Esc</kbd>, ***both***, \\@home and [a link](https://example.org/a_(b)?c=d&e=f).`,
  ({ chooser: { pickSome }, slugs }) =>
    `See ${pickSome(slugs, 3, 1)
      .map((slug) => `@entry-${slug}`)
      .join(' and ')}.`,
  ({ chooser: { pick } }) =>
    `<details>\n<summary>${pick(['More', 'עוד', '更多'])}</summary>\n\n${pick(sentences)}\n\n</details>`,
];

/** Builds the body of an entry with some parts of each kind, and `figures` interactive figures. */
export function buildBody(site: Site, { figures = 0, hasPipeline = false } = {}): string {
  const { pick, pickSome, below } = site.chooser;
  const chosen = [
    ...pickSome(parts, 7, 2).map((build, n) => build(site, n)),
    ...Array.from({ length: figures }, (_, n) =>
      site.buildFigure(`fig-live-${n}`, pick(sentences), hasPipeline),
    ),
  ];
  return chosen
    .map((part, index) =>
      index % 3 === 0
        ? `## ${pick(['Method', 'Метод', '方法', 'שיטה', 'نتائج'])} ${index + below(9)}\n\n${part}`
        : part,
    )
    .join('\n\n')
    .concat('\n');
}
