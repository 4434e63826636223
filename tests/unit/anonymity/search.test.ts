import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findIdentity } from '../../../src/anonymity/identity.ts';
import {
  buildAddressPatterns,
  buildOrcidPatterns,
  buildWorkPatterns,
} from '../../../src/anonymity/address-pattern.ts';
import { findIdentifiers } from '../../../src/anonymity/search.ts';

const texts = new Map([
  [
    'content/site.yaml',
    `title: Research
address: https://www.löve.example/~ada/
author:
  name: Ada Løvelace
  github: ada-l
  orcid: 0000-0002-1825-009X
  email: ada.l@cs.example.org
  affiliation: University of Example
`,
  ],
  [
    'content/papers/p.mdx',
    `---
authors: [Ada Løvelace, Jean-Luc van der Meer, Bo Li, 山田太郎]
links:
  - { label: PDF, address: https://example.net/papers/x%20y.pdf }
  - { label: Reviews, address: 'https://forum.example/forum?id=aB-c&x=1' }
  - { label: Mail, address: 'mailto:group@example.edu?subject=Hello' }
  - { label: Odd, address: https://example.net/100% }
  - { label: arXiv, address: https://arxiv.org/abs/2401.01234 }
  - { label: DOI, address: https://doi.org/10.1000/xyz12 }
---
`,
  ],
  ['content/threads/t.mdx', '---\nrepository: analytical/engine\n---\n'],
  ['content/threads/u.mdx', '---\nrepository: https://git.example.com/babbage/mill\n---\n'],
  ['content/threads/v.mdx', '---\nrepository: engine\n---\n'],
  [
    'content/references.bib',
    `@misc{a, title = {T}, author = {Lövelace, X.}, year = {1843}}
@misc{b, title = {T}, author = {L{\\o}velace, A.}, year = {1843}, doi = {10.1000/ab.c}, eprint = {1906.01820}, url = {https://example.com/b}}
`,
  ],
]);

const { identifiers, people } = findIdentity(texts);

/** Authors whose names and accounts have several spellings. */
const others = findIdentity(
  new Map([
    ['content/site.yaml', 'author: { name: José Núñez Vega, github: wli }\n'],
    [
      'content/papers/p.mdx',
      '---\nauthors: [Ada Lovelace-King, Wei-Xin Li, Jürgen Müller, Jan Ek Sørensen]\n---\n',
    ],
  ]),
).identifiers;

function find(text: string, ordinary?: string[]): string[] {
  return findIdentifiers(text, identifiers, ordinary).map(({ identifier }) => identifier.field);
}

test('everything that leads to the author is known, once, with its place', () => {
  assert.deepEqual(people, ['Ada Løvelace', 'Jean-Luc van der Meer', 'Bo Li', '山田太郎']);
  assert.deepEqual(
    identifiers.map(({ field, place }) => `${field} ${place.file}:${place.line}`),
    [
      'address content/site.yaml:2',
      'address content/site.yaml:2',
      'author.name content/site.yaml:4',
      'author.github content/site.yaml:5',
      'author.orcid content/site.yaml:6',
      'author.email content/site.yaml:7',
      'author.affiliation content/site.yaml:8',
      'authors.1 content/papers/p.mdx:2',
      'authors.2 content/papers/p.mdx:2',
      'authors.3 content/papers/p.mdx:2',
      'links.0.address content/papers/p.mdx:4',
      'links.1.address content/papers/p.mdx:5',
      'links.2.address content/papers/p.mdx:6',
      'links.3.address content/papers/p.mdx:7',
      'links.4.address content/papers/p.mdx:8',
      'links.4.address content/papers/p.mdx:8',
      'links.5.address content/papers/p.mdx:9',
      'links.5.address content/papers/p.mdx:9',
      'repository content/threads/t.mdx:2',
      'repository content/threads/t.mdx:2',
      'repository content/threads/u.mdx:2',
      'repository content/threads/u.mdx:2',
      'doi content/references.bib:2',
      'eprint content/references.bib:2',
      'url content/references.bib:2',
    ],
  );
});

const name = ['author.name'];
const forms: [text: string, fields: string[]][] = [
  // A name in every order and with initials.
  ['by Ada Løvelace.', name],
  ['ADA LOVELACE', name],
  ['ada\u00a0lo\u0308velace', name],
  ['Løvelace, Ada', name],
  ['A. B. Løvelace', name],
  ['Løvelace, A.', name],
  ['Ada B. Løvelace', name],
  ['ada-lovelace', name],
  ['AdaLovelace', name],
  ['alovelace', name],
  ['lovelace1843', name],
  ['Lovelace’s engine', name],
  ['Ada\n      Lovelace', name],
  // A name divided by escapes, tags and invisible characters.
  ['Ada&nbsp;L&oslash;velace', name],
  ['&#65;da&#x20;Lovelace', name],
  ['&amp;#65;da Lovelace', name],
  ['"Ada L\\u00f8velace"', name],
  ['Ada\\u0020Lovelace', name],
  ['Ada%20L%C3%B8velace', name],
  ['<b>Ada</b> <i class="x">Love</i>lace', name],
  ['&lt;b&gt;Love&lt;/b&gt;lace', name],
  ['Ada Love\u00adlace', name],
  ['Ada&ZeroWidthSpace;&shy;Love&#8203;lace', name],
  // A tag may separate two words or divide one.
  ['Ada</span></p><p>Lovelace', name],
  ['<p>by</p><p><b>A</b>da Love<i>lace</i></p><p>Next', name],
  ['<span>by</span><b>Ada</b><i>Love</i>lace<b></b><span>Next</span>', name],
  ['By <b>A</b>da<br>Love<wbr>lace<br>Next', name],
  ['Ada<!-- a > b --><i title="c > d">Lovelace</i>', name],
  ['<text>Ada Love<tspan>lace</tspan></text><text>Next</text>', name],
  // Given names alone, capitalized or in an address.
  ['Thanks to Ada for it.', name],
  ['{"given":"Ada"}', name],
  ['https://example.net/~ada/x', name],
  ['https://ada.example.net', name],
  ['example.net/in/ada', name],
  ['/photos/ada.jpg', name],
  ['ada@example.net', name],
  ['By J. Luc and Jean-Luc', ['authors.1']],
  ['ada and the min/ada of ada(); ada.b.call, ADAM, Ada-Marie, Marie-Ada', []],
  ['by Love-\n  lace', name],
  ['L{\\o}velace, {\\"A}da', name],
  ['L\\"ovelac\\\'e', name],
  ['L{\\"o}v\\\'{e}lac\\v{e}', name],
  ['"L{\\\\\\"o}velace"', name],
  ['L\\"{o}vel\\r{a}ce', name],
  ["say('d\\'Ada Lovelace')", name],
  ['"by\\"Lovelace\\""', name],
  ['"by\\r\\nLovelace"', name],
  ['content:"\\4c ove\\6c ace"', name],
  ['content:"\\00004Covelace"', name],
  // Names of others.
  ['J.-L. van der Meer', ['authors.1']],
  ['van der Meer, J.', ['authors.1']],
  ['Jean Luc Meer', ['authors.1']],
  ['Li, Bo', ['authors.2']],
  ['B. Li', ['authors.2']],
  ['共著者の山田太郎です', ['authors.3']],
  // Other fields of the settings.
  ['https://github.com/ada-l/x', ['author.github']],
  ['ada-l.github.io', ['author.github']],
  ['@ada-l', ['author.github']],
  ['0000-0002-1825-009x', ['author.orcid']],
  ['000000021825009X', ['author.orcid']],
  ['mailto:ada.l%40cs.example.org', ['author.email']],
  ['ada.l [at] cs dot example dot org', ['author.email']],
  ['&#x61;da.l&commat;cs.example.org', ['author.email']],
  ['the  University of Example', ['author.affiliation']],
  ['//xn--lve-sna.example/~ada/x', ['address', 'address']],
  ['löve.example', ['address']],
  ['https://example.net/papers/x%20y.pdf', ['links.0.address']],
  ['https://forum.example/forum?id=aB-c&amp;x=1', ['links.1.address']],
  ['https://forum.example/forum?id=aB-d', []],
  ['group@example.edu', ['links.2.address']],
  ['https://example.net/100%', ['links.3.address']],
  ['arXiv:2401.01234', ['links.4.address']],
  ['arxiv.org/pdf/2401.01234v2', ['links.4.address']],
  ['https://doi.org/10.48550/arXiv.2401.01234', ['links.4.address']],
  ['arXiv:2401.012345', []],
  ['doi:10.1000/XYZ12', ['links.5.address']],
  ['https://dl.example/doi/pdf/10.1000/xyz12.pdf', ['links.5.address']],
  ['doi:10.1000/xyz123', []],
  ['analytical/engine', ['repository']],
  ['git.example.com/babbage/mill.git', ['repository', 'repository']],
  ['cs.example.org, example.org and cs dot example dot org', ['author.email']],
  ['gitlab.com/babbage', ['repository']],
  ['https://doi.org/10.1000/ab.c', ['doi']],
  ['arXiv:1906.01820v2', ['eprint']],
  ['https://example.com/b', ['url']],
  // Names that belong to somebody else or nobody.
  ['<li>Bo, Lin and Lily</li> ali', []],
  ['Adam and Lovelacean, Lovelacelabs', []],
  ['A. Loveless', []],
  ['github.com/ada-lo, github.com/xada-l', []],
  ['https://example.net/papers/ and https://example.com/', []],
  ['example.net', []],
  ['1906.018201', []],
  ['', []],
];

for (const [text, fields] of forms)
  test(`“${text.replace(/\s+/g, ' ')}” leads to ${fields.join() || 'nobody'}`, () => {
    assert.deepEqual(find(text), fields);
  });

const forOthers: [text: string, field: string | undefined, isWord?: boolean][] = [
  // Names of more than two words.
  ['José Núñez Vega', 'author.name'],
  ['José Vega', 'author.name'],
  ['José Núñez', 'author.name'],
  ['J. Núñez', 'author.name'],
  ['Núñez Vega, J.', 'author.name'],
  ['Núñez et al.', 'author.name', true],
  ['jnunez', 'author.name', true],
  ['Ada Lovelace', 'authors.0'],
  ['King, A.', 'authors.0'],
  ['Lovelace', 'authors.0', true],
  ['Ek', undefined],
  // Given names.
  ['Jan', 'authors.3', true],
  ['WeiXin', 'authors.1', true],
  ['Wei, Xin', 'authors.1', true],
  ['jan, JAN, Jan-Willem', undefined],
  // Short names.
  ['Li, W', 'authors.1'],
  ['Li W', 'authors.1'],
  ['W Li', 'authors.1'],
  ['WX Li', 'authors.1'],
  ['Li, W.-X.', 'authors.1'],
  ['Li, N; V Li; Lin W; Li, War', undefined],
  ['Li', undefined],
  ['J Müllerian', undefined],
  ['git@github.com:wli/x.git', 'author.github'],
  ['gitlab.com:wli/x', 'author.github'],
  ['linkedin.com/in/wli', 'author.github'],
  ['huggingface.co/datasets/wli/x', 'author.github'],
  ['wli.bsky.social', 'author.github'],
  ['wli, x.org/papers/wli and github.com/wlin', undefined],
  // Names in other spellings and in longer words.
  ['Juergen Mueller', 'authors.2'],
  ['Mueller', 'authors.2', true],
  ['MüllerLab', 'authors.2', true],
  ['JuergenMuellerGroup', 'authors.2'],
  ['Soerensens', 'authors.3', true],
  ['Sorensen', 'authors.3', true],
  ['Kings, Vegas and Mullerian', undefined],
];

for (const [text, field, isWord = false] of forOthers)
  test(`“${text}” leads to ${field ?? 'nobody'}${isWord ? ' perhaps' : ''}`, () => {
    assert.deepEqual(
      findIdentifiers(text, others).map((hit) => [hit.identifier.field, hit.isWord]),
      field === undefined ? [] : [[field, isWord]],
    );
  });

/** An author with common names. */
const namesakes = findIdentity(
  new Map([
    ['content/site.yaml', 'author: { name: Wei Kim Turing }\n'],
    [
      'content/references.bib',
      `@misc{a, title = {T}, author = {von Lovelace, Wei A. and Wei, Jason and Kim, Ada}, year = {1843}}`,
    ],
  ]),
).identifiers;

const forNamesakes: [text: string, isFound: boolean][] = [
  ['Wei', true],
  ['Wei with Lovelace', true],
  ['Wei von Lovelace; Wei A. Lovelace; von Lovelace, Wei A. and others', false],
  [
    '{"family":"Lovelace",\n      "given":"Wei A."}, {"givenName":"Wei","familyName":"von Lovelace"}',
    false,
  ],
  ['Wei et al. (2022), Wei & Doe; Jason Wei; Wei, J.; J. Wei; Wei, Jason', false],
  ['Wei et alia, Jasper Wei', true],
  ['Wei Turing', true],
  ['Kim, Ada and Ada Kim', false],
];

for (const [text, isFound] of forNamesakes)
  test(`“${text.replace(/\s+/g, ' ')}” leads to ${isFound ? 'the author' : 'a namesake who is cited'}`, () => {
    assert.equal(findIdentifiers(text, namesakes).length > 0, isFound);
  });

const hosts: [address: string, text: string, fields: string[]][] = [
  ['https://ada.github.io/portfolio/', 'ada.github.io', ['address']],
  ['https://ada.github.io/portfolio/', 'github.com/ada', ['address']],
  ['https://ada.github.io/portfolio/', 'github.io, pages.dev and netlify.app', []],
  ['https://ada.pages.dev/', 'review.ada.pages.dev', ['address']],
  ['https://blog.countess.io/', 'countess.io', ['address']],
  ['https://countess.co.uk/', 'co.uk', []],
  ['https://sites.google.com/view/x', 'google.com', []],
  ['mailto:al@countess.io', 'www.countess.io', ['author.email']],
  ['mailto:al@gmail.com', 'gmail.com', []],
  ['mailto:al@yahoo.co.uk', 'yahoo.co.uk', []],
];

for (const [address, text, fields] of hosts)
  test(`of ${address}, “${text}” leads to ${fields.join() || 'nobody'}`, () => {
    const email = address.startsWith('mailto:') && address.slice('mailto:'.length);
    const settings = email ? `author: { email: ${email} }\n` : `address: ${address}\n`;
    const { identifiers } = findIdentity(new Map([['content/site.yaml', settings]]));
    const found = findIdentifiers(text, identifiers).map(({ identifier }) => identifier.field);
    assert.deepEqual([...new Set(found)], fields);
  });

test('words that are allowed are no leak as they stand, and are one within something surer', () => {
  assert.deepEqual(find('The lovelace and the analytical', ['Løvelace', 'Analytical']), []);
  assert.deepEqual(find('A. Lovelace', ['lovelace']), name);
  assert.deepEqual(find('github.com/analytical', ['analytical']), ['repository']);
  assert.deepEqual(find('(Lovelace,\n A., 2001)', ['lovelace', 'Lovelace, A.']), []);
  assert.deepEqual(find('Lovelace, A.; Lovelace, Ada', ['lovelace', 'Lovelace, A.']), name);
  // A phrase allows only matches within it.
  assert.deepEqual(find('The Ada  Programming Language', ['ada programming language']), []);
  assert.deepEqual(find('The Ada Programming Language, by Ada', ['Ada programming']), name);
});

test('a hit says where it stands in the original, and how many others there are', () => {
  const text = '%20&amp;&#65;da Lovelace and <b>Lovelace</b>, Ada';
  const [hit, ...others] = findIdentifiers(text, identifiers);
  assert.deepEqual(others, []);
  assert.ok(hit);
  const { offset, match, isWord } = hit;
  assert.deepEqual([offset, match, isWord], [text.indexOf('&#65;'), 'ada lovelace', false]);
  const [word] = findIdentifiers('lovelacean, Lovelace', identifiers);
  assert.ok(word?.isWord);
});

const addresses: [address: string, ids: string[]][] = [
  ['https://arxiv.org/pdf/2401.01234v2.pdf', ['2401.01234']],
  ['https://arxiv.org/abs/hep-th/9901001', ['hep-th/9901001']],
  ['https://doi.org/10.48550/arXiv.2401.01234', ['2401.01234', '10.48550/arxiv.2401.01234']],
  ['https://doi.org/10.1000%2Fa(b)c;2-x', ['10.1000/a(b)c;2-x']],
  ['https://dl.example/doi/pdf/10.1000/xyz12.pdf?download=1', ['10.1000/xyz12']],
  ['https://example.net/10.html', []],
  ['doi:10.1000/xyz12', ['10.1000/xyz12']],
  ['10.1000/xyz12', ['10.1000/xyz12']],
  ['arXiv:2401.01234v2', ['2401.01234']],
];

for (const [address, ids] of addresses)
  test(`${address} holds ${ids.join(', ') || 'no id of a work'}`, () => {
    const { sure } = buildWorkPatterns(address);
    assert.deepEqual(
      sure.map((pattern, index) => pattern.exec(`see ${ids[index]}.`)?.[0]),
      ids,
    );
  });

test('an ORCID iD is found however its author wrote it, and so is the address of a DOI', () => {
  for (const orcid of ['https://orcid.org/0000-0002-1825-0097', '0000000218250097'])
    assert.match('see 0000-0002-1825-0097', buildOrcidPatterns(orcid).sure[0] ?? /^$/);
  assert.match('see doi.org/10.1000/xyz', buildAddressPatterns('10.1000/xyz').sure[0] ?? /^$/);
});

test('the parts of an author are a name, and so is what is known of one', () => {
  const paper = `---
authors:
  - { given: Ada, family: Lovelace, orcid: 0000-0002-1825-0097, affiliation: [Analytical Institute] }
  - { literal: The Engine Group }
  - { name: Grace Hopper }
---
`;
  const found = findIdentity(new Map([['content/papers/a.mdx', paper]]));
  assert.deepEqual(found.people, ['Ada Lovelace', '{The Engine Group}', 'Grace Hopper']);
  assert.deepEqual(
    found.identifiers.map(({ field }) => field),
    ['authors.0', 'authors.0.orcid', 'authors.0.affiliation.0', 'authors.1', 'authors.2'],
  );
});

test('a file beside an entry has no address to search for', () => {
  const paper = '---\nlinks: [{ label: PDF, address: ./titan/paper.pdf }]\n---\n';
  assert.deepEqual(findIdentity(new Map([['content/papers/titan.mdx', paper]])).identifiers, []);
});

test('each other name of the author identifies them', () => {
  const { people, identifiers } = findIdentity(
    new Map([
      [
        'content/site.yaml',
        'author: { name: Ada Lovelace, otherNames: [Ада Лавлейс, Ada Byron] }\n',
      ],
    ]),
  );
  assert.deepEqual(people, ['Ada Lovelace', 'Ада Лавлейс', 'Ada Byron']);
  assert.ok(findIdentifiers('by Лавлейс', identifiers).length > 0);
});
