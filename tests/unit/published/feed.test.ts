import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatAtom } from '../../../src/published/atom.ts';
import { buildFeeds, type Feed } from '../../../src/published/feed.ts';
import { formatJsonFeed } from '../../../src/published/json-feed.ts';
import { checkAtom, jsonFeed } from '../../../src/verify/formats.ts';
import { buildPaper, buildThread, buildView } from '../model/specimen.ts';

const origin = 'https://ada.example';
const address = `${origin}/portfolio/`;
const change = (date: string, change = 'version') => ({ date, change, note: 'It changed.' });

const threads = [
  buildThread('old', { started: '2024-05', ended: '2025-01', tags: ['A'] }),
  buildThread('new', { started: '2026-02', tags: ['A', 'B'], history: [change('2026-04-09')] }),
];
const papers = [
  buildPaper('dated', {
    tags: ['B'],
    threads: ['old'],
    authors: ['Grace'],
    history: [change('2026-03', 'correction')],
  }),
  buildPaper('undated', { tags: ['A', 'C'], threads: ['old'] }),
];

function build(settings: object = { address }, entries = threads): Feed[] {
  const view = buildView(settings, entries, papers);
  const contents = new Map(
    [...view.threads, ...view.papers].map(({ address }) => [address, '<p>?</p>']),
  );
  return buildFeeds(view, contents, origin);
}

const feeds = build();

const find = (path: string): Feed => {
  const feed = feeds.find((one) => one.path === `/portfolio${path}`);
  assert.ok(feed, path);
  return feed;
};

const list = ({ items }: Feed) =>
  items.map(({ id, updated }) => `${updated} ${id.replace(address, '/')}`);

test('the feed of the site tells entries and their changes, the newest first', () => {
  assert.deepEqual(list(find('/feed')), [
    '2026-04-09 /research/new/#history-2026-04-09-version',
    '2026-04-09 /research/new/',
    '2026-03-01 /papers/dated/#history-2026-03-correction',
    '2026-03-01 /papers/dated/',
    '2025-01-01 /research/old/',
  ]);
  assert.equal(find('/feed').updated, '2026-04-09');
});

test('the feed of a thread tells of the thread and of its papers, that of a tag of what carries it', () => {
  const ofPaper = [
    '2026-03-01 /papers/dated/#history-2026-03-correction',
    '2026-03-01 /papers/dated/',
  ];
  assert.deepEqual(list(find('/research/old/feed')), [...ofPaper, '2025-01-01 /research/old/']);
  assert.deepEqual(list(find('/tags/b/feed')), [
    '2026-04-09 /research/new/#history-2026-04-09-version',
    '2026-04-09 /research/new/',
    ...ofPaper,
  ]);
  assert.equal(find('/tags/b/feed').page, `${address}tags/b/`);
});

test('an entry of which no date is known is in no feed, and what holds no other has none', () => {
  assert.doesNotMatch(JSON.stringify(feeds), /papers\/undated\/"/);
  assert.deepEqual(
    feeds.map(({ path }) => path.replace('/portfolio', '')),
    ['/feed', '/research/new/feed', '/research/old/feed', '/tags/a/feed', '/tags/b/feed'],
  );
});

test('every feed that a page leads to is there, and no other; none while the site has no address', () => {
  for (const settings of [{ address }, {}]) {
    const { frame, threads: views, selections } = buildView(settings, threads, papers);
    const led = [frame, ...views, ...selections.tagged].flatMap(({ feed }) => feed ?? []);
    assert.deepEqual(
      build(settings).map(({ path }) => path),
      led,
    );
  }
  assert.deepEqual(build({}), []);
});

test('a feed holds the newest 30, however long the history', () => {
  const days = Array.from(
    { length: 31 },
    (_, day) => `2026-01-${String(day + 1).padStart(2, '0')}`,
  );
  const [feed] = build({ address }, [
    buildThread('old', { started: '2025-12', history: days.map((day) => change(day)) }),
  ]);
  assert.equal(feed?.items.length, 30);
  assert.equal(feed.items.at(-1)?.updated, '2026-01-05');
});

test('authors are named where they are set, and no others', () => {
  const readJson = (feed: Feed | undefined) => {
    assert.ok(feed);
    return jsonFeed.parse(JSON.parse(formatJsonFeed(feed)));
  };
  const unsigned = readJson(find('/feed'));
  assert.equal(unsigned.authors, undefined);
  assert.deepEqual(
    unsigned.items.map(({ authors }) => authors?.map(({ name }) => name).join()),
    [undefined, undefined, 'Grace', 'Grace', undefined],
  );
  const [signed] = build({ address, author: { name: 'Ada' } });
  assert.ok(signed);
  // Items without authors would take over those of the feed.
  assert.equal(readJson(signed).authors, undefined);
  assert.deepEqual(
    readJson(signed).items.map(({ authors }) => authors?.map(({ name }) => name).join()),
    ['Ada', 'Ada', 'Grace', 'Grace', 'Ada'],
  );
  assert.match(formatAtom(signed), /<author><name>Ada<\/name><\/author>\n<entry>/);
  // Atom has no feed without one.
  assert.match(formatAtom(find('/feed')), /<author><name>Research<\/name><\/author>\n<entry>/);
});

test('both formats hold what a title and a note may hold, markup and signs that XML cannot write too', () => {
  const title = 'a < b & "c" ]]> <x>d</x>';
  const history = [{ ...change('2026-05-01'), note: `${title}\u0008` }];
  const [feed] = build({ address }, [buildThread('old', { title: `${title}\u0008`, history })]);
  assert.ok(feed);
  const atom = formatAtom(feed);
  checkAtom(atom);
  assert.doesNotMatch(atom, /<x>|\u0008/);
  const [item] = jsonFeed.parse(JSON.parse(formatJsonFeed(feed))).items;
  assert.match(item?.title ?? '', /^a < b & “c” \]\]> <x>d<\/x>/);
  assert.match(item?.content_html ?? '', /^<p>a &#x3C; b &#x26; “c” ]]> &#x3C;x>d/);
});

const slips: [what: string, from: RegExp | string, to: string][] = [
  ['a feed without a date', /<updated>.*?<\/updated>\n/, ''],
  ['a date without a time', 'T00:00:00Z', ''],
  ['a feed without an author', /<author>.*?<\/author>\n/, ''],
  ['an address that is not whole', `<id>${address}feed.xml`, '<id>/feed.xml'],
  ['an id that stands twice', /#history-[\w-]*(?=<)/, ''],
  ['markup that is not escaped', '&#x3C;p>', '<p>'],
];

for (const [what, from, to] of slips)
  test(`the schema of Atom finds ${what}`, () => {
    const atom = formatAtom(find('/feed'));
    checkAtom(atom);
    assert.notEqual(atom.replace(from, to), atom);
    assert.throws(() => checkAtom(atom.replace(from, to)));
  });

test('of a date that is a year, a feed tells no day of publication', () => {
  const view = buildView(
    { address },
    [buildThread('old', { started: '2019' })],
    [buildPaper('dated', { date: '2020', history: [change('2021')] })],
  );
  const all = [...view.threads, ...view.papers];
  const contents = new Map(all.map((entry) => [entry.address, '<p>?</p>']));
  const items = buildFeeds(view, contents, origin).find(
    ({ path }) => path === '/portfolio/feed',
  )?.items;
  assert.deepEqual(
    items?.map(({ updated, published }) => [updated, published]),
    [
      ['2021-01-01', undefined],
      ['2021-01-01', undefined],
      ['2019-01-01', undefined],
    ],
  );
});
