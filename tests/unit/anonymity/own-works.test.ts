import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildAnonymousTexts } from '../../../src/anonymity/copy.ts';
import { findIdentity } from '../../../src/anonymity/identity.ts';

const own = `@article{Engines_24,
  title = {Engines},
  author = {Lovelace, Ada and Babbage, Charles},
  journal = {Journal of Engines},
  year = {2024},
  doi = {10.5555/engines.24},
  code = {https://github.com/ada/engines}
}
@book{lovelace2020, title = {Looms}, author = {Lovelace, Ada}, year = {2020}}
`;

const texts = new Map([
  ['content/site.yaml', 'title: Research\nauthor:\n  name: Ada Lovelace\n'],
  [
    'content/references.bib',
    '@misc{garg2022, title = {T}, author = {Garg, Shivam}, year = {2022}}\n',
  ],
  ['content/own.bib', own],
  [
    'content/papers/engines-24.mdx',
    '---\nabstract: An engine.\nvenue: Journal of Engines 2024\n---\n\nSee [@lovelace2020], @entry-lovelace2020, [looms](/papers/lovelace2020/) and [@garg2022].\n',
  ],
]);

const { people, identifiers } = findIdentity(texts);

test('the authors of works, and the addresses of these, identify the author', () => {
  assert.deepEqual(people, ['Ada Lovelace', 'Charles Babbage']);
  const found = identifiers.map(({ field, text, place }) => [field, text, place.file, place.line]);
  assert.deepEqual(found, [
    ['author.name', 'Ada Lovelace', 'content/site.yaml', 3],
    ['authors.1', 'Charles Babbage', 'content/own.bib', 3],
    ['links.0.address', 'https://github.com/ada/engines', 'content/own.bib', 7],
    ['links.1.address', 'https://doi.org/10.5555/engines.24', 'content/own.bib', 6],
    ['links.1.address', 'https://doi.org/10.5555/engines.24', 'content/own.bib', 6],
  ]);
});

test('a work with a file loses its people and addresses, and one without a file is withheld', () => {
  const { copy, withheld } = buildAnonymousTexts(texts, people);
  assert.deepEqual(withheld, ['Engines_24', 'lovelace2020']);
  assert.equal(
    copy.get('content/own.bib'),
    '@article{engines-24,\n  title = {Engines},\n  journal = {Journal of Engines},\n  year = {2024}\n}\n',
  );
  assert.match(
    copy.get('content/papers/engines-24.mdx') ?? '',
    /See \[@anonymous-2\], @anonymous-2, \[looms\]\(\/\) and \[@garg2022\]\./,
  );
  const references = copy.get('content/references.bib') ?? '';
  assert.match(references, /^@misc\{garg2022,/);
  assert.match(references, /^@misc\{anonymous-2, title = \{Withheld for Blind Review\}/m);
  assert.doesNotMatch([...copy.values()].join('\n'), /Lovelace|Babbage|github/i);
});

test('without venues, a work does not tell what it is, or where it stands', () => {
  const { copy } = buildAnonymousTexts(texts, people, { withoutVenues: true });
  assert.equal(
    copy.get('content/own.bib'),
    '@misc{engines-24,\n  title = {Engines},\n  pubstate = {withheld}\n}\n',
  );
  assert.doesNotMatch(copy.get('content/papers/engines-24.mdx') ?? '', /Journal/);
});

test('without venues, an output keeps its kind', () => {
  const withTalk = new Map([
    ...texts,
    [
      'content/own.bib',
      '@misc{moon, type = {Talk}, title = {Moon}, eventtitle = {C}, year = 2025}\n',
    ],
    ['content/outputs/moon.mdx', '---\nevent: C\n---\n'],
  ]);
  const { copy } = buildAnonymousTexts(withTalk, people, { withoutVenues: true });
  assert.equal(copy.get('content/own.bib'), '@misc{moon,\n  title = {Moon},\n  type = {Talk}\n}\n');
});
