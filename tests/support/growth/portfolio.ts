/** Texts of files by their paths. */
type Files = Record<string, string>;

/** The words of prose; their order follows from the index of an entry. */
const words =
  'the model reads each token of a context and moves its estimate along the gradient of a loss that no one wrote down while attention layers mix what earlier positions hold so that a linear map of the prompt predicts the next value with an error that falls as more examples appear'.split(
    ' ',
  );

const tags = Array.from({ length: 12 }, (_, index) => `Topic ${index}`);
const works = Array.from({ length: 24 }, (_, index) => `author${2000 + index}`);

/** Returns the same numbers from 0 to 1 for one seed: a linear congruential generator. */
function startNumbers(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

/** Builds the prose of an entry, in Markdown that bare MDX reads too. `mark` stands for a citation. */
function buildBody(index: number, mark: (key: string) => string): string {
  const next = startNumbers(index + 1);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(next() * items.length)] as Item;
  const sentence = () => {
    const text = Array.from({ length: 12 + Math.floor(next() * 8) }, () => pick(words)).join(' ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const number = () => Math.floor(next() * 1000);
  return `## Section of ${index}: ${pick(words)}

${sentence()} with $x_{${number()}} = \\alpha^{${number()}}$${mark(pick(works))}. ${sentence()}, where *${pick(words)}* is $\\sum_{i=1}^{${number()}} w_i$ and \`value_${number()}\` holds.

$$
\\mathcal{L}_{${number()}}(\\theta) = \\frac{1}{${number()}} \\sum_{t=1}^{n} \\bigl( y_t - \\theta^\\top x_t \\bigr)^2
$$

### Measurements

${sentence()}${mark(pick(works))}. ${sentence()}, as [it is said](https://example.org/${number()}).

\`\`\`python
def step_${index}(weights, inputs, rate=${number()}):
    return weights - rate * inputs.T @ (inputs @ weights)
\`\`\`

| model | loss | tokens |
| --- | --- | --- |
${[1, 2].map(() => `| ${pick(words)} ${number()} | 0.${number()} | ${number()} |`).join('\n')}
`;
}

/** The prose of each entry without citations, by the name of its file. */
export function listPlainBodies(count: number): Files {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`entry-${index}.mdx`, buildBody(index, () => '')]),
  );
}

/** A site of `count` entries, papers and threads in turn. */
export function buildPortfolio(count: number): Files {
  const entries = Array.from({ length: count }, (_, index) => {
    const isThread = index % 2 === 1;
    const shared = `title: Entry ${index} on ${words[index % words.length]}
tags: [${tags[index % tags.length]}, ${tags[(index * 7 + 1) % tags.length]}]
`;
    const fields = isThread
      ? `${shared}started: 2026-04
status: active
accent: ultramarine
question: What does entry ${index} learn?
`
      : `${shared}status: draft
abstract: Entry ${index} in one sentence.
${index + 1 < count ? `threads: [entry-${index + 1}]\n` : ''}`;
    const folder = isThread ? 'threads' : 'papers';
    const body = buildBody(index, (key) => ` [@${key}]`);
    return [`content/${folder}/entry-${index}.mdx`, `---\n${fields}---\n\n${body}`] as const;
  });
  return {
    'content/site.yaml': `title: Research
eyebrow: Ongoing work
intro: What is studied here.
language: en
address: https://example.org/
navigation:
  - label: Research
    page: /
`,
    'content/references.bib': works.map(buildWork).join('\n'),
    ...Object.fromEntries(entries),
  };
}

function buildWork(key: string, index: number): string {
  return `@article{${key},
  title = {On the Loss of Model ${index}},
  author = {Author, Ada and Writer, Wim},
  journal = {Journal of Models},
  year = {${2000 + index}}
}
`;
}
