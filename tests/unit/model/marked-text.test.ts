import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildCitation } from '../../../src/model/citation.ts';
import { buildProse } from '../../../src/model/citing-text.ts';
import { markTitle } from '../../../src/model/marked-text.ts';
import { parseInline } from '../../../src/lib/inline.ts';
import { reference } from '../bibliography/specimen.ts';
import { buildPaper, buildThread, buildView } from './specimen.ts';
import { english } from '../../../src/words/words.ts';

test('a title is plain for machines, and has its marks on pages', () => {
  assert.deepEqual(markTitle('A *b* `c`', 'Retracted: '), {
    title: 'Retracted: A b c',
    opening: 'Retracted: ',
    markup: ['A ', { tag: 'em', parts: ['b'] }, ' ', { tag: 'code', parts: ['c'] }],
  });
  assert.deepEqual(markTitle('A "b"'), { title: 'A “b”' });
});

test('a formula is set as in prose, with its TeX for twins', () => {
  const { title, markup } = markTitle('$\\rho$');
  assert.equal(title, 'ρ');
  const [part] = markup ?? [];
  assert.ok(typeof part === 'object' && 'html' in part);
  assert.match(part.html, /^<span class="katex">.*<annotation[^>]*>\\rho<\/annotation>/);
});

test('a title is a link, so that an address in it is text', () => {
  assert.deepEqual(markTitle('*See* https://example.org/').markup?.at(-1), 'https://example.org/');
});

test('a text cites within its marks, and its numbers follow the text', () => {
  const work = reference({ title: 'T', author: 'Doe, Jane', year: '2001' });
  const fields: object = { abstract: 'A *b [@k]* `@k` [@k].' };
  const read = buildProse(fields, { page: '/p/', address: (path) => path }, () => work, english);
  const { plain, byNumber } = read('abstract');
  assert.equal(plain, 'A b @k.');
  assert.deepEqual(byNumber.slice(0, 2), [
    'A ',
    {
      tag: 'em',
      parts: [
        'b ',
        {
          group: [
            { address: '#ref-k', id: 'cite-k-1', text: '[1]', name: 'Reference 1, Doe 2001' },
          ],
        },
      ],
    },
  ]);
});

test('an own citation has TeX in BibTeX, and plain characters elsewhere', () => {
  const { bibtex, work } = buildCitation('misc', 'k', {
    title: parseInline('On $\\rho$, *b* & `a_b` H<sub>2</sub>O for $5'),
    author: [],
    year: '2026',
  });
  assert.equal(work.title, 'On ρ, b & a_b H₂O for $5');
  assert.match(
    bibtex,
    /\{\{On \$\\rho\$, \\emph\{b\} \\& \\texttt\{a\\_b\} H\\textsubscript\{2\}O for \\\$5\}\}/,
  );
});

test('every title of a view has its marks, and heads and data the words', () => {
  const site = buildView(
    {},
    [buildThread('t', { title: 'A $\\beta$', phases: [{ title: '*P*', summary: '$x$' }] })],
    [
      buildPaper('p', {
        title: 'B $\\rho$',
        status: 'published',
        threads: ['t'],
        venue: { acronym: 'C$_2$', year: 2026, name: '*N*' },
      }),
    ],
  );
  const [thread] = site.threads;
  const [paper] = site.papers;
  assert.ok(thread && paper);
  assert.equal(thread.title, 'A β');
  assert.equal(thread.phases?.items[0]?.title, 'P');
  assert.equal(thread.papers?.items[0]?.title, 'B ρ');
  assert.ok(thread.markup && thread.phases.items[0].markup && thread.papers.items[0].markup);
  assert.equal(paper.publication.line, 'Published in C₂ 2026 (N)');
  assert.ok(paper.publication.markup);
});
