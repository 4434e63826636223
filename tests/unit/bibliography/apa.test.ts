import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatApa, formatApaParts } from '../../../src/bibliography/apa.ts';
import { listAuthors, reference } from './specimen.ts';

/** APA with italics between asterisks, and links between angle brackets. */
function show(fields: Record<string, string>, type?: string): string {
  return formatApaParts(reference(fields, type))
    .map(({ text, isItalic, address }) => {
      if (address !== undefined) return `<${text}>`;
      return isItalic ? `*${text}*` : text;
    })
    .join('');
}

/** The names alone. */
function showNames(author: string): string {
  return formatApa(reference({ author })).replace(/ \(2020\).*$/, '');
}

const works: [type: string, fields: Record<string, string>, apa: string][] = [
  [
    'article',
    { journal: 'J. Tests', volume: '12', number: '3', pages: '1--10', doi: '10.1000/1<2>' },
    'Doe, J. (2020). T. *J. Tests*, *12*(3), 1–10. <https://doi.org/10.1000/1<2>>',
  ],
  ['article', { journal: 'J', volume: '12', pages: '7' }, 'Doe, J. (2020). T. *J*, *12*, 7.'],
  ['article', { journal: 'J', number: '3' }, 'Doe, J. (2020). T. *J*, (3).'],
  ['article', { journal: 'J', pages: '1--2' }, 'Doe, J. (2020). T. *J*, 1–2.'],
  ['article', { journal: 'J. Test.' }, 'Doe, J. (2020). T. *J. Test.*'],
  [
    'article',
    { journal: 'arXiv preprint arXiv:1706.03762', volume: '1' },
    'Doe, J. (2020). *T*. arXiv:1706.03762. <https://arxiv.org/abs/1706.03762>',
  ],
  [
    'misc',
    { eprint: '1906.01820', archiveprefix: 'arXiv', url: 'https://example.org/' },
    'Doe, J. (2020). *T*. arXiv:1906.01820. <https://example.org/>',
  ],
  [
    'inproceedings',
    { booktitle: 'Proc. of Things', volume: '202', pages: '5--6', publisher: 'Acme, Inc.' },
    'Doe, J. (2020). T. In *Proc. of Things* (Vol. 202, pp. 5–6). Acme, Inc.',
  ],
  [
    'inproceedings',
    { booktitle: 'P', editor: 'Roe, A. and Poe, B. and others', publisher: 'Acme' },
    'Doe, J. (2020). T. In A. Roe, B. Poe, et al. (Eds.), *P*. Acme.',
  ],
  ['inproceedings', { booktitle: 'P', pages: '5' }, 'Doe, J. (2020). T. In *P* (p. 5).'],
  ['inproceedings', { booktitle: 'P' }, 'Doe, J. (2020). T. In *P*.'],
  ['incollection', { booktitle: 'B', publisher: 'Acme' }, 'Doe, J. (2020). T. In *B*. Acme.'],
  ['inproceedings', { booktitle: 'P', pages: '12 p.' }, 'Doe, J. (2020). T. In *P* (12 p.).'],
  ['inproceedings', { booktitle: 'P', pages: '9 pages' }, 'Doe, J. (2020). T. In *P* (9 pages).'],
  ['inproceedings', { booktitle: 'P', pages: 'in press' }, 'Doe, J. (2020). T. In *P* (in press).'],
  ['inproceedings', { booktitle: 'P', pages: '12P' }, 'Doe, J. (2020). T. In *P* (p. 12P).'],
  ['inproceedings', { booktitle: 'P', pages: 'xi' }, 'Doe, J. (2020). T. In *P* (p. xi).'],
  ['inbook', { pages: '3--9', publisher: 'Acme' }, 'Doe, J. (2020). *T* (pp. 3–9). Acme.'],
  ['book', { volume: '2', publisher: 'Acme' }, 'Doe, J. (2020). *T* (Vol. 2). Acme.'],
  ['book', { number: '3', publisher: 'Acme' }, 'Doe, J. (2020). *T*. Acme.'],
  ['book', { author: '{Acme}', publisher: 'Acme' }, 'Acme. (2020). *T*.'],
  ['book', { author: '{OpenAI}', publisher: 'Acme' }, 'OpenAI. (2020). *T*. Acme.'],
  ['book', { author: 'Doe, Jane and {Acme}', publisher: 'Acme' }, 'Doe, J., & Acme. (2020). *T*.'],
  [
    'book',
    { editor: 'Roe, Ann and Poe, B.', translator: 'Low, C.', edition: '2', origdate: '1923-05' },
    'Doe, J. (2020). *T* (A. Roe & B. Poe, Eds.; C. Low, Trans.; 2nd ed.). (Original work published 1923)',
  ],
  [
    'book',
    { editor: 'Roe, Ann and others', translator: 'Low, C. and others' },
    'Doe, J. (2020). *T* (A. Roe et al., Eds.; C. Low et al., Trans.).',
  ],
  [
    'incollection',
    { booktitle: 'B', editor: 'Roe, A.', translator: 'Low, C. and Poe, B.', titleaddon: 'Talk' },
    'Doe, J. (2020). T (C. Low & B. Poe, Trans.) [Talk]. In A. Roe (Ed.), *B*.',
  ],
  [
    'article',
    { journal: 'J', doi: '10.1000/1', origyear: '1901' },
    'Doe, J. (2020). T. *J*. <https://doi.org/10.1000/1> (Original work published 1901)',
  ],
  [
    'incollection',
    { booktitle: String.raw`The 3\textsuperscript{rd} Book on \emph{E. coli} Cells` },
    'Doe, J. (2020). T. In *The 3**rd** Book on* E. coli *Cells*.',
  ],
  ['techreport', { institution: 'MIT' }, 'Doe, J. (2020). *T*. MIT.'],
  ['video', {}, 'Doe, J. (2020). *T* [Video].'],
  [
    'phdthesis',
    { school: 'Some University' },
    'Doe, J. (2020). *T* [Doctoral dissertation, Some University].',
  ],
  ['mastersthesis', { school: 'U' }, 'Doe, J. (2020). *T* [Master’s thesis, U].'],
  ['thesis', {}, 'Doe, J. (2020). *T* [Thesis].'],
  [
    'techreport',
    { institution: 'MIT', number: 'AI-7' },
    'Doe, J. (2020). *T* (Report No. AI-7). MIT.',
  ],
  ['unpublished', {}, 'Doe, J. (2020). *T* [Unpublished manuscript].'],
  [
    'software',
    { url: 'https://a.org' },
    'Doe, J. (2020). *T* [Computer software]. <https://a.org>',
  ],
  ['dataset', { publisher: 'Acme' }, 'Doe, J. (2020). *T* [Data set]. Acme.'],
  ['misc', { abbr: 'ICML' }, 'Doe, J. (2020). *T*. ICML.'],
  ['misc', { type: 'Talk', location: 'Paris' }, 'Doe, J. (2020). *T* [Talk]. Paris.'],
  [
    'misc',
    { type: 'Poster', howpublished: 'ICML', location: 'Paris' },
    'Doe, J. (2020). *T* [Poster]. ICML. Paris.',
  ],
  [
    'misc',
    { type: 'Talk', eventtitle: 'ICML', location: 'Paris' },
    'Doe, J. (2020). *T* [Talk]. ICML. Paris.',
  ],
  ['online', { title: 'What?' }, 'Doe, J. (2020). *What?*'],
  ['online', { title: "He Said ``Why?''" }, 'Doe, J. (2020). *He Said “Why?”*'],
  ['online', { title: 'A (and B!)' }, 'Doe, J. (2020). *A (and B!)*.'],
  ['misc', { title: 'The BERT of NeurIPS' }, 'Doe, J. (2020). *The BERT of NeurIPS*.'],
  ['misc', { year: 'in press' }, 'Doe, J. (in press). *T*.'],
  ['proceedings', { author: '', editor: 'Roe, Richard' }, 'Roe, R. (Ed.). (2020). *T*.'],
  [
    'proceedings',
    { editor: 'Roe, R. and Doe, J.', author: '' },
    'Roe, R., & Doe, J. (Eds.). (2020). *T*.',
  ],
  [
    'proceedings',
    { editor: 'Roe, R. and others', author: '' },
    'Roe, R., et al. (Eds.). (2020). *T*.',
  ],
];

for (const [type, fields, apa] of works) {
  test(`APA: @${type} is ${apa}`, () => assert.equal(show(fields, type), apa));
}

test('an unknown year or author does not leave a hole', () => {
  const work = { ...reference(), year: '' };
  assert.equal(formatApa(work), 'Doe, J. (n.d.). T.');
  assert.equal(formatApa({ ...work, authors: [] }), 'T. (n.d.).');
});

test('the text is that of the parts', () => {
  const work = reference({ journal: 'J. Tests', volume: '12', doi: '10.1000/1' }, 'article');
  assert.equal(formatApa(work), 'Doe, J. (2020). T. J. Tests, 12. https://doi.org/10.1000/1');
});

test('pieces of one look are one part', () => {
  const parts = formatApaParts(reference({ booktitle: 'P', publisher: 'Acme' }, 'inproceedings'));
  assert.deepEqual(parts, [
    { text: 'Doe, J. (2020). T. In ' },
    { text: 'P', isItalic: true },
    { text: '. Acme.' },
  ]);
});

test('the text of a DOI is as it was written, its address is escaped', () => {
  const link = formatApaParts(reference({ doi: '10.1000/1<2>' })).at(-1);
  assert.deepEqual(link, {
    text: 'https://doi.org/10.1000/1<2>',
    address: 'https://doi.org/10.1000/1%3C2%3E',
  });
});

const names: [bib: string, apa: string][] = [
  ['Doe, Jane', 'Doe, J.'],
  ['Doe, Jane and Roe, Richard', 'Doe, J., & Roe, R.'],
  ['Doe, Jane and Roe, Richard and Moe, Max', 'Doe, J., Roe, R., & Moe, M.'],
  ['von Oswald, Johannes and {OpenAI}', 'von Oswald, J., & OpenAI.'],
  ['King, Jr., Martin Luther', 'King, M. L., Jr.'],
  ['Sartre, Jean-Paul', 'Sartre, J.-P.'],
  ['{OpenAI}', 'OpenAI.'],
  ['Doe, Jane and others', 'Doe, J., et al.'],
  ['Doe, Jane et al.', 'Doe, J., et al.'],
  ['Doe, Jane, et~al.', 'Doe, J., et al.'],
  ['Doe, Jane and {et al.}', 'Doe, J., et al.'],
  ['李, 世民 and Doe, Jane', '李世民, & Doe, J.'],
  ['محمد, علي', 'محمد, علي.'],
];

for (const [bib, apa] of names) {
  test(`APA: the names ${bib}`, () => assert.equal(showNames(bib), apa));
}

/** `Author1, G., Author2, G., …` up to a number. */
const first = (count: number) =>
  Array.from({ length: count }, (_, index) => `Author${index + 1}, G.`).join(', ');

test('up to twenty authors are all there; of more, the first nineteen and the last', () => {
  assert.equal(showNames(listAuthors(20)), `${first(19)}, & Author20, G.`);
  assert.equal(showNames(listAuthors(21)), `${first(19)}, … Author21, G.`);
  assert.equal(showNames(listAuthors(2000)), `${first(19)}, … Author2000, G.`);
});

test('a list that goes on has no last author to show', () => {
  assert.equal(showNames(`${listAuthors(30)} and others`), `${first(19)}, et al.`);
});

test('“et al.” is in no list of all authors', () => {
  for (const author of [listAuthors(3), listAuthors(21)])
    assert.doesNotMatch(formatApa(reference({ author })), /et al/);
});
