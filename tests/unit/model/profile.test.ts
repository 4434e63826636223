import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listHighwire } from '../../../src/kinds/paper/highwire.ts';
import { buildStructuredData } from '../../../src/metadata/structured-data/graph.ts';
import { people } from '../../../src/schema/people.ts';
import { buildPaper, buildView } from './specimen.ts';

const author = {
  name: 'Ada Lovelace',
  position: 'Professor',
  affiliation: { name: 'University of London', department: 'Mathematics' },
  photo: { src: './photo.jpg', alt: 'Ada at a desk' },
  biography: 'She studies *engines*.\n\nShe [teaches](https://example.org/), too.',
  github: 'ada',
  email: 'ada@example.org',
  scholar: 'AdaLovelaceJ',
  website: 'https://ada.example/',
};

const circle = people.parse({
  'Hopper, Grace': 'https://example.org/hopper',
  'John Smith': { url: 'https://example.org/john' },
  'Jane Smith': { url: 'https://example.org/jane', affiliation: 'Navy' },
  'Charles Babbage': { role: 'advisor' },
});

/** The authors of a paper, with the facts about them. */
function listPeople(authors: unknown[], settings: object = { author }) {
  const { papers } = buildView(settings, [], [buildPaper('a', { authors })], false, circle);
  return papers[0]?.people ?? [];
}

test('a site without facts of its author has no profile', () => {
  for (const facts of [{}, { name: 'Ada', github: 'ada', orcid: '0000-0002-1825-0097' }])
    assert.equal(buildView({ author: facts }, [], []).frame.profile, undefined);
});

test('a profile has the name in other scripts, and no earlier name', () => {
  const own = { ...author, otherNames: ['إيدا لوفلايس', 'Ada Byron'] };
  const view = buildView({ author: own }, [], []);
  assert.deepEqual(view.frame.profile?.otherScripts, ['إيدا لوفلايس']);
  const cyrillic = { ...author, name: 'Ада Лавлейс', otherNames: ['Ada Lovelace', 'Ада Байрон'] };
  const other = buildView({ author: cyrillic }, [], []).frame.profile;
  assert.deepEqual(other?.otherScripts, ['Ada Lovelace']);
  // None of these is Latin.
  const han = { ...author, name: '林爱达', otherNames: ['Ада Лин', '林艾达', 'はやし あだ'] };
  assert.deepEqual(buildView({ author: han }, [], []).frame.profile?.otherScripts, [
    'Ада Лин',
    'はやし あだ',
  ]);
});

test('a profile has each fact, and one role makes one', () => {
  const { profile } = buildView({ author }, [], []).frame;
  assert.equal(profile?.position, 'Professor');
  assert.deepEqual(profile.institutions, ['Mathematics, University of London']);
  assert.equal(profile.biography.length, 2);
  assert.equal(profile.about, 'She studies engines. She teaches, too.');
  assert.match(profile.photo?.srcset ?? '', /^\/portfolio\/photo-176\.webp 176w, /);
  assert.deepEqual(
    profile.links.map(({ title, isIdentity }) => [title, isIdentity]),
    [
      ['Website', true],
      ['ada@example.org', false],
      ['GitHub', true],
      ['Google Scholar', true],
    ],
  );
  const { frame } = buildView({}, [], [], false, circle);
  assert.deepEqual(frame.profile?.groups, [
    { title: 'Advisor', people: [{ name: 'Charles Babbage', url: undefined }] },
  ]);
});

test('co-authors have their pages, in any spelling that means one person', () => {
  const urls = (names: unknown[]) => listPeople(names).map(({ url }) => url);
  assert.deepEqual(urls(['Grace Hopper', 'G. Hopper', 'Jane Smith', 'J. Smith', 'Ada Lovelace']), [
    'https://example.org/hopper',
    'https://example.org/hopper',
    'https://example.org/jane',
    undefined,
    undefined,
  ]);
  const own = { given: 'Grace', family: 'Hopper', url: 'https://example.org/own' };
  assert.deepEqual(urls([own]), ['https://example.org/own']);
});

test('scholarly search gets the affiliations that the site knows, or else those of the paper', () => {
  const fields = {
    status: 'published',
    date: '2026',
    authors: [
      'Ada Lovelace',
      { given: 'Jane', family: 'Smith', affiliation: 'Army' },
      'Jane Smith',
    ],
  };
  const { papers } = buildView({ author }, [], [buildPaper('a', fields)], false, circle);
  assert.ok(papers[0]);
  const tags = listHighwire(papers[0], [], undefined);
  assert.deepEqual(
    tags.filter(({ name }) => name === 'citation_author_institution').map(({ content }) => content),
    ['Mathematics, University of London', 'Army', 'Navy'],
  );
  // A page states the affiliations of the paper alone.
  assert.deepEqual(
    papers[0].people.map(({ affiliations }) => affiliations),
    [[], ['Army'], []],
  );
});

test('the author is described for machines with the position, the affiliations and the photograph', () => {
  const { frame } = buildView({ author }, [], []);
  const origin = 'https://example.org';
  const page = { frame, title: 'T', path: '/portfolio/', origin };
  const nodes = buildStructuredData(page)['@graph'] as unknown as Record<string, unknown>[];
  assert.deepEqual(nodes[1], {
    '@type': 'Person',
    '@id': 'https://example.org/portfolio/#author',
    name: 'Ada Lovelace',
    url: 'https://ada.example/',
    jobTitle: 'Professor',
    affiliation: [
      {
        '@type': 'Organization',
        name: 'University of London',
        department: { '@type': 'Organization', name: 'Mathematics' },
      },
    ],
    image: 'https://example.org/portfolio/photo-528.webp',
    description: 'She studies engines. She teaches, too.',
    email: 'mailto:ada@example.org',
    sameAs: [
      'https://ada.example/',
      'https://github.com/ada',
      'https://scholar.google.com/citations?user=AdaLovelaceJ',
    ],
  });
});
