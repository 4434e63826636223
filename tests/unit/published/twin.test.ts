import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import type { SiteView } from '../../../src/model/site.ts';
import { listWorks, parsePage, readMain } from '../../../src/published/page.ts';
import { formatTwin } from '../../../src/published/twin.ts';
import { buildPaper, buildThread, buildView } from '../model/specimen.ts';

const origin = 'https://ada.example';

/** The twin of the page at `address` with `html` in its main part, below its title. */
function format(site: SiteView, address: string, html = '', host: string | undefined = origin) {
  const entry = site.entries.find((one) => one.address === address);
  const title = entry?.title.replaceAll('&', '&amp;') ?? site.frame.title;
  const page = parsePage(address, `<main><p>2026</p><h1>${title}</h1>${html}</main>`);
  return formatTwin(address, readMain(page), listWorks(page, new Map()), site, host);
}

/** The facts of a twin, and the text below them. */
function split(twin: string): { facts: unknown; text: string } {
  const [, yaml = '', text = ''] = /^---\n([^]*?\n)---\n\n([^]*)$/.exec(twin) ?? [];
  return { facts: parse(yaml), text };
}

const readThread = (site: SiteView) => split(format(site, '/portfolio/research/probe/'));
const readPaper = (site: SiteView) => split(format(site, '/portfolio/papers/paper/'));

test('of an entry with the least there is, only what is known is told', () => {
  const least = buildView({}, [buildThread('probe')], []);
  const page = parsePage('/portfolio/research/probe/', '<main><h1>probe</h1><p>?</p></main>');
  assert.equal(
    formatTwin(page.address, readMain(page), [], least, undefined),
    `---
title: probe
kind: Research thread
address: /portfolio/research/probe/
status: Active
started: 2026-01
updated: 2026-01-01
---

# probe

?
`,
  );
});

const whole = buildView(
  {
    address: `${origin}/portfolio/`,
    license: 'CC-BY-4.0',
    author: { name: 'Ada Lovelace', github: 'ada' },
  },
  [
    buildThread('probe', {
      title: 'Probe: "C#" & $5',
      order: 1,
      started: '2025-03',
      ended: '2026-02',
      status: 'completed',
      tags: ['C++', '強化学習', 'Yes'],
      repository: 'probe',
      history: [{ date: '2026-04-09', change: 'correction', note: 'A sign_was * wrong.' }],
    }),
    buildThread('other'),
  ],
  [
    buildPaper('paper', {
      status: 'withdrawn',
      venue: { acronym: 'CONF', year: 2026, name: 'Conference' },
      date: '2026-01-02',
      threads: ['probe', 'other'],
      authors: ['Grace Hopper'],
      links: [{ label: 'PDF', address: 'https://example.org/paper.pdf' }],
      history: [{ date: '2026-05-06', change: 'withdrawal', note: 'It was wrong.' }],
    }),
  ],
);

test('the facts of a thread are data, whatever signs are in them', () => {
  assert.deepEqual(readThread(whole).facts, {
    title: 'Probe: “C#” & $5',
    kind: 'Research thread',
    address: `${origin}/portfolio/research/probe/`,
    authors: ['Ada Lovelace'],
    status: 'Completed',
    started: '2025-03',
    ended: '2026-02',
    updated: '2026-04-09',
    tags: ['C++', '強化学習', 'Yes'],
    papers: [{ title: 'Withdrawn: paper', address: `${origin}/portfolio/papers/paper/` }],
    related: [{ title: 'other', address: `${origin}/portfolio/research/other/` }],
    repository: 'https://github.com/ada/probe',
    license: 'CC BY 4.0',
    citation:
      'Lovelace, A. (2025). Probe: “C#” & $5. Research thread. https://ada.example/portfolio/research/probe/',
  });
});

test('what an entry says of who sees what is among its facts', () => {
  const item = { name: 'Witness', seenBy: ['Prover'], hiddenFrom: ['Verifier'] };
  const pipeline = {
    parties: ['Prover', 'Verifier'],
    stages: [{ title: 'Proof', items: [item] }],
  };
  const site = buildView(
    {},
    [buildThread('probe', { pipeline })],
    [buildPaper('paper', { pipeline })],
  );
  for (const { facts } of [readThread(site), readPaper(site)])
    assert.deepEqual((facts as { pipeline?: unknown }).pipeline, pipeline);
});

test('the title of an entry is words, not Markdown', () => {
  assert.match(readThread(whole).text, /^# Probe: “C#” & \\\$5\n/);
});

test('the facts of a paper that does not stand say why', () => {
  const { facts } = readPaper(whole);
  assert.deepEqual(facts, {
    title: 'Withdrawn: paper',
    kind: 'Paper',
    address: `${origin}/portfolio/papers/paper/`,
    authors: ['Grace Hopper'],
    status: 'Withdrawn',
    notice: { date: '2026-05-06', note: 'It was wrong.' },
    venue: 'CONF 2026 (Conference)',
    'public-since': '2026-01-02',
    updated: '2026-05-06',
    threads: [
      { title: 'Probe: “C#” & $5', address: `${origin}/portfolio/research/probe/` },
      { title: 'other', address: `${origin}/portfolio/research/other/` },
    ],
    links: [{ title: 'PDF', address: 'https://example.org/paper.pdf' }],
    citation:
      'Hopper, G. (2026). Withdrawn: paper [Unpublished manuscript]. https://ada.example/portfolio/papers/paper/',
  });
});

test('the title of a page stands first, whatever is above it', () => {
  assert.match(readThread(whole).text, /^# Probe[^\n]*\n\n2026\n/);
});

test('a page that is not that of an entry says where it is, and when its entries changed', () => {
  const { facts, text } = split(format(whole, '/portfolio/', '<p>Words</p>'));
  assert.deepEqual(facts, {
    title: 'Research',
    address: `${origin}/portfolio/`,
    author: 'Ada Lovelace',
    contacts: [{ title: 'GitHub', address: 'https://github.com/ada' }],
    updated: '2026-05-06',
  });
  assert.equal(text, '# Research\n\n2026\n\nWords\n');
});

test('an interactive figure is its picture, beside its page', () => {
  const html =
    '<div id="fig-a" class="interactive"><figure><div class="panels"><svg class="wide" aria-label="A curve."></svg></div></figure></div>';
  const site = buildView({}, [buildThread('probe')], []);
  for (const [host, start] of [
    [origin, `${origin}/portfolio`],
    [undefined, '/portfolio'],
  ] as const) {
    const page = parsePage('/portfolio/research/probe/', `<main><h1>probe</h1>${html}</main>`);
    const twin = formatTwin(page.address, readMain(page), [], site, host);
    assert.ok(twin.includes(`\n\n![A curve.](${start}/research/probe/fig-a.svg)\n`), twin);
  }
});
