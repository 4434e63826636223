import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { checkContent } from '../../../src/cli/check.ts';
import { applyEdits, fixContent, formatChanges } from '../../../src/cli/fix.ts';
import { formatFaults } from '../../../src/lib/fault.ts';
import { buildFaultProject } from '../../support/fault-fixtures.ts';

const scratch = mkdtempSync(join(tmpdir(), 'fix-'));
after(() => rmSync(scratch, { recursive: true }));

const paper = 'content/papers/titan.mdx';

/** Fixes a project in which `file` is `text`. Returns the fixed text and the report of the changes. */
async function fix(text: string, file = paper) {
  const root = buildFaultProject(scratch, 'base');
  const path = join(root, file);
  writeFileSync(path, text);
  const changes = await fixContent(root, async () => {
    const { faults, notices } = await checkContent(root);
    return [...faults, ...notices];
  });
  const left = (await checkContent(root)).faults;
  return { text: readFileSync(path, 'utf8'), report: formatChanges(changes), left };
}

const wrong = [
  '---',
  'titel: Titan: a study',
  'status: drafft',
  'date: 9 April 2026',
  'tags: Identity, Privacy',
  'thread: [Probe]',
  'abstract: "It is \\"learnt\\" at 9\\10."',
  'links:',
  '\t- label: PDF',
  '\t  adress: https://example.org/a.pdf',
  '---',
  '',
  'A  text with trailing spaces.   ',
];
const right = [
  '---',
  "title: 'Titan: a study'",
  'status: draft',
  'date: 2026-04-09',
  'tags: [Identity, Privacy]',
  'threads: [probe]',
  `abstract: 'It is "learnt" at 9\\10.'`,
  'links:',
  '  - label: PDF',
  '    address: https://example.org/a.pdf',
  '---',
  '',
  'A  text with trailing spaces.   ',
];

test('what has one right answer is corrected, in as many rounds as it takes', async () => {
  const { text, report, left } = await fix(wrong.join('\n'));
  assert.equal(left.length, 0, formatFaults(left));
  assert.equal(text, right.join('\n'));
  assert.match(report, /^content\/papers\/titan\.mdx:3 {2}“drafft” → “draft”$/m);
  assert.match(report, /^content\/papers\/titan\.mdx:9 {2}“\\t” → “ {2}”$/m);
  assert.match(report, /\n\nFixed \d+ places\.$/);
});

test('no other byte changes: not the line ends, the byte order mark or the end of a file', async () => {
  for (const [mark, end, last] of [
    ['\ufeff', '\r\n', ''],
    ['', '\r\n', '\r\n'],
    ['\ufeff', '\n', '\n\n'],
  ] as const) {
    const { text } = await fix(mark + wrong.join(end) + last);
    assert.equal(text, mark + right.join(end) + last);
  }
});

/** Lines with mistakes, each with its corrected line. */
type Pairs = readonly (readonly [wrong: string, right: string])[];

const bibliography: Pairs = [
  ['@artcle{garg2022,', '@article{garg2022,'],
  ['  titel = {What Can Transformers Learn?},', '  title = {What Can Transformers Learn?},'],
  ['  author = {Garg, Shivam},', '  author = {Garg, Shivam},'],
  ['  Jounal = {Journal of Machine Learning},', '  journal = {Journal of Machine Learning},'],
  ['  year = 2022,', '  year = 2022,'],
  ['  note {Two words},', '  note = {Two words},'],
  ['  month = "march"', '  month = "march",'],
  ['  volume = Twelve A,', '  volume = {Twelve A},'],
  ['}', '}'],
  ['', ''],
  [
    '@string{learning = {Journal of Machine Learning Research}}',
    '@string{learning = {Journal of Machine Learning Research}}',
  ],
  ['@article{hubinger2019', '@article{hubinger2019,'],
  ['  title = {A Second One},', '  title = {A Second One},'],
  ['  author = {Garg, Shivam}, year = {2021},', '  author = {Garg, Shivam}, year = {2021},'],
  ['  journal = leanring, crossref = {grag2022}', '  journal = learning, crossref = {garg2022}'],
  ['}', '}'],
];

const prose: Pairs = [
  ['---', '---'],
  ['title: Titan', 'title: Titan'],
  ['status: draft', 'status: draft'],
  ['date: 2026-04-09', 'date: 2026-04-09'],
  ['abstract: A study.', 'abstract: A study.'],
  ['---', '---'],
  ['', ''],
  ['\\section{Methods}', '## Methods'],
  ['', ''],
  [
    'As [@Garg2022; @garg2022, p. 3] and @grag2022 say \\textsc{in capitals},',
    'As [@garg2022; @garg2022, p. 3] and @garg2022 say in capitals,',
  ],
  [
    'after \\citealp{garg2022} and \\footcite[p. 3]{garg2022}. \\noindent A **loose ** pair.',
    'after [@garg2022] and [@garg2022, p. 3].  A **loose**  pair.',
  ],
  [
    'A [link](#metods), [another](/papers/titn/), [a third] (https://example.org/), a source in',
    'A [link](#methods), [another](/papers/titan/), [a third](https://example.org/), a source in',
  ],
  [
    '[a file](./titan.mdx), [@fig-loss], @fig-los, $5 and $7, {% cite garg2022 %}, a note.[^noet]',
    '[a file](/papers/titan/), @fig-loss, @fig-loss, \\$5 and \\$7, [@garg2022], a note.[^note]',
  ],
  ['', ''],
  ['[^note]: A note.', '[^note]: A note.'],
  ['', ''],
  ['##Results', '## Results'],
  ['', ''],
  ['#### Deep', '### Deep'],
  ['', ''],
  ['##### Deeper', '#### Deeper'],
  ['', ''],
  ['```pyhton title=probe.py', '```python title="probe.py"'],
  ['1', '1'],
  ['```', '```'],
  ['', ''],
  [
    '<Figrue id="fig-loss" src="../threads/Plate.png" alt="A plate">',
    '<Figure id="fig-loss" src="../threads/plate.png" alt="A plate">',
  ],
  ['', ''],
  ['A caption, after [@grag2022].', 'A caption, after [@garg2022].'],
  ['', ''],
  ['</Figrue>', '</Figure>'],
  ['', ''],
  ['<Aside titel={"A note"}>', '<Aside title="A note">'],
  ['', ''],
  [
    'A <img src="../threads/plate.png" alt="plate" width="90">. ![One](..\\threads\\plate.png)',
    'A ![plate](../threads/plate.png). ![One](../threads/plate.png)',
  ],
  ['', ''],
  ['</Aside>', '</Aside>'],
];

for (const [name, file, pairs] of [
  ['a bibliography', 'content/references.bib', bibliography],
  ['prose', paper, prose],
] as const)
  test(`${name} is corrected, and no other byte changes`, async () => {
    const join = (side: 0 | 1, end: string) => pairs.map((pair) => pair[side]).join(end);
    for (const [mark, end] of [
      ['', '\n'],
      ['\ufeff', '\r\n'],
    ] as const) {
      const { text, left } = await fix(mark + join(0, end), file);
      assert.equal(text, mark + join(1, end), formatFaults(left));
      assert.equal(left.length, 0, formatFaults(left));
    }
  });

test('without a fault there is nothing to fix, and no file is written', async () => {
  const text = right.join('\n');
  const fixed = await fix(text);
  assert.deepEqual([fixed.text, fixed.report], [text, 'Nothing to fix.']);
});

test('a citation of the author or the year alone is not replaced', async () => {
  const text = ['---', 'title: Titan', 'status: draft', 'abstract: A study.', '---', ''];
  const words = 'Of \\citeauthor{garg2022} (\\citeyear{garg2022}).';
  const fixed = await fix([...text, words].join('\n'), paper);
  assert.equal(fixed.text, [...text, words].join('\n'));
});

test('a guess is not made', async () => {
  const guesses = right.map((line) => {
    if (line.startsWith('status')) return 'status: publish';
    if (line.startsWith('threads')) return 'threads: [prb]';
    return line.startsWith('date') ? 'date: 04/05/2026' : line;
  });
  const { text, left } = await fix(guesses.join('\n'));
  assert.equal(text, guesses.join('\n'));
  assert.deepEqual(
    left.map(({ nearest }) => nearest),
    ['published', '2026', 'probe'],
  );
});

test('a file that only a link from content/ leads to is not written', async () => {
  const root = buildFaultProject(scratch, 'base');
  const outside = mkdtempSync(join(scratch, 'outside-'));
  const file = join(outside, 'titan.mdx');
  writeFileSync(file, wrong.join('\n'));
  rmSync(join(root, paper));
  symlinkSync(file, join(root, paper));
  mkdirSync(join(outside, 'papers'));
  const changes = await fixContent(root, async () => (await checkContent(root)).faults);
  assert.deepEqual(changes, []);
  assert.equal(readFileSync(file, 'utf8'), wrong.join('\n'));
});

test('an edit is made only where its text still is, and one at a time', () => {
  const apply = (text: string | Uint8Array, ...edits: [number, number, string, string][]) =>
    applyEdits(
      Buffer.from(text),
      edits.map(([line, column, old, text]) => ({ line, column, old, new: text })),
    );
  assert.equal(
    apply('a b\nc', [1, 3, 'b', 'xx'], [1, 1, 'a', ''], [2, 1, 'c', 'd']).text,
    ' xx\nd',
  );
  assert.deepEqual(apply('a b', [1, 1, 'x', 'y'], [4, 1, 'a', 'b']).made, []);
  assert.equal(apply('abc', [1, 1, 'abc', 'x'], [1, 2, 'b', 'y']).text, 'ayc');
  assert.equal(apply('abc', [1, 1, 'abc', 'x'], [1, 1, 'abc', 'x']).made.length, 1);
  assert.deepEqual(apply(new Uint8Array([97, 0xff]), [1, 1, 'a', 'b']).made, []);
});
