import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  formatFile,
  isFileAddress,
  nameAttachment,
  splitFileAddress,
} from '../../../src/lib/attachment.ts';

test('a file beside an entry is told from a page, a host and an address', () => {
  const files = [
    './slides.pdf',
    '../shared/data.csv',
    './my%20slides.pdf#page=2',
    './data.tar.gz',
    './model.unusual',
    'slides.pdf',
    'titan/slides.v2.pptx',
  ];
  const others = [
    '/papers/titan.pdf',
    '//example.org/x.pdf',
    'https://example.org/x.pdf',
    'example.org/x.pdf',
    'www.example.org',
    'www.example.py',
    'javascript:x.pdf',
    './titan',
    './titan/',
    '#x.pdf',
    'titan',
    '',
  ];
  assert.deepEqual(
    files.filter((address) => !isFileAddress(address)),
    [],
  );
  assert.deepEqual(others.filter(isFileAddress), []);
});

test('the path of a file is decoded, and its fragment kept', () => {
  assert.deepEqual(splitFileAddress('./my%20slides.pdf#page=2'), {
    path: './my slides.pdf',
    fragment: '#page=2',
  });
  assert.deepEqual(splitFileAddress('./100%.pdf'), { path: './100%.pdf', fragment: '' });
});

test('a file that the page has already leaves its name to it', () => {
  assert.equal(nameAttachment('titan', 'content/papers/titan/slides.pdf'), 'slides.pdf');
  for (const name of [
    'titan.pdf',
    'Titan.PDF',
    'citation.bib',
    'index.md',
    'fig-a.svg',
    'a.csv.gz',
  ])
    assert.equal(nameAttachment('titan', `content/papers/${name}`), `files/${name}`);
});

test('the kind and size of a file are short', () => {
  const sizes = [
    [1, '1 B'],
    [999, '999 B'],
    [1_000, '1.0 kB'],
    [9_940, '9.9 kB'],
    [9_960, '10 kB'],
    [999_499, '999 kB'],
    [999_500, '1.0 MB'],
    [1_234_567, '1.2 MB'],
    [25_400_000, '25 MB'],
    [1_500_000_000, '1.5 GB'],
  ] as const;
  for (const [size, text] of sizes)
    assert.equal(formatFile({ name: 'a.b.pdf', size }), `PDF, ${text}`);
});
