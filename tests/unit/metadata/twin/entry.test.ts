import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import type { EntryBody } from '../../../../src/metadata/entry-content.ts';
import { formatPaperTwin, formatThreadTwin } from '../../../../src/metadata/twin/entry.ts';
import type { SiteView } from '../../../../src/model/site.ts';
import { buildPaper, buildThread, buildView } from '../../model/specimen.ts';

const origin = 'https://ada.example';
const noText = { html: '', references: [] };

/** The facts of a twin, and the text below them. */
function split(twin: string): { facts: unknown; text: string } {
  const [, yaml = '', text = ''] = /^---\n([^]*?\n)---\n\n([^]*)$/.exec(twin) ?? [];
  return { facts: parse(yaml), text };
}

function readThread({ threads, frame }: SiteView, body: EntryBody = noText) {
  assert.ok(threads[0]);
  return split(formatThreadTwin(threads[0], body, frame, origin));
}

function readPaper({ papers }: SiteView) {
  assert.ok(papers[0]);
  return split(formatPaperTwin(papers[0], noText, origin));
}

test('of an entry with the least there is, only what is known is told', () => {
  const least = buildView({}, [buildThread('probe')], []);
  assert.ok(least.threads[0]);
  const twin = formatThreadTwin(least.threads[0], noText, least.frame, undefined);
  assert.equal(
    twin,
    `---
title: probe
kind: Research thread
address: /portfolio/research/probe/
status: Active
started: 2026-01
updated: 2026-01-01
citation: probe. (2026).
---

# probe

## Research Question

?

## How to cite

*probe*. (2026).

\`\`\`bibtex
@misc{probe,
  title = {{probe}},
  year = {2026},
  howpublished = {Research thread}
}
\`\`\`
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
      'Lovelace, A. (2025). Probe: “C#” & $5. https://ada.example/portfolio/research/probe/',
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

test('what changed is told with its date', () => {
  const [, history] = /## History\n\n([^]*?)\n\n##/.exec(readThread(whole).text) ?? [];
  assert.equal(history, '- Apr 9, 2026: **Correction.** A sign_was \\* wrong.');
});

test('a paper that does not stand says so first, and why', () => {
  const { facts, text } = readPaper(whole);
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
  assert.ok(
    text.startsWith(
      '# Withdrawn: paper\n\n**May 6, 2026: It was wrong.**\n\nWithdrawn from CONF 2026 (Conference)\n\n' +
        '- [PDF](https://example.org/paper.pdf)\n\n## Abstract\n',
    ),
    text,
  );
});

test('a work is listed whole, after its key and with all its addresses', () => {
  const work = {
    key: 'ada',
    number: 1,
    id: 'ref-ada',
    bracketed: 'Ada, 1843',
    parts: [{ text: 'Ada. (1843). ' }, { text: 'Notes', isItalic: true as const }, { text: '.' }],
    links: ['https://doi.org/10.1/x', 'https://arxiv.org/abs/1'].map((address) => {
      return { title: '', address };
    }),
    places: [],
  };
  const html = '<p>See <span class="cites">[<a href="#ref-ada">1, p. 2</a>]</span>.</p>';
  const { text } = readThread(whole, { html, references: [work] });
  assert.ok(text.includes('\nSee ([Ada, 1843, p. 2][ada]).\n'), text);
  assert.ok(
    text.includes(
      '## References\n\n1. [ada] Ada. (1843). *Notes*. <https://doi.org/10.1/x> <https://arxiv.org/abs/1>\n',
    ),
    text,
  );
  assert.ok(text.endsWith('\n```\n\n[ada]: https://doi.org/10.1/x\n'), text);
});

test('a figure that is computed is its picture, beside its page', () => {
  const html =
    '<div id="fig-a" class="interactive"><figure><div class="panels"><svg aria-label="A curve."></svg></div></figure></div>';
  for (const [origin, whole] of [
    ['https://ada.example', 'https://ada.example/portfolio'],
    [undefined, '/portfolio'],
  ]) {
    const { threads, frame } = buildView({}, [buildThread('probe')], []);
    assert.ok(threads[0]);
    const twin = formatThreadTwin(threads[0], { html, references: [] }, frame, origin);
    assert.ok(twin.includes(`\n\n![A curve.](${whole}/research/probe/fig-a.svg)\n\n`), twin);
  }
});
