import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatLlms, formatLlmsFull } from '../../../src/published/llms.ts';
import { buildPaper, buildThread, buildView } from '../model/specimen.ts';

test('a footnote has a name of its own among all entries, and code stays as it is', () => {
  const twin = (note: string) => `A note.[^n]\n\n    /[^0-9]+/\n\n[^n]: ${note}\n`;
  const twins = ['One', 'Two'].map(twin);
  const text = formatLlmsFull(buildView({}, [], []), twins, undefined);
  assert.ok(text.includes('A note.[^1-n]') && text.includes('\n[^1-n]: One'));
  assert.ok(text.includes('A note.[^2-n]') && text.includes('\n[^2-n]: Two'));
  assert.equal(text.split('/[^0-9]+/').length, 3);
});

const site = buildView(
  { intro: 'On \\*it\\*.' },
  [buildThread('probe', { question: `Why? ${'And how? '.repeat(40)}` })],
  [buildPaper('titan', { abstract: 'What it says.' })],
);

test('llms.txt leads to the twins, each with what it is about', () => {
  const text = formatLlms(site, 'https://ada.example');
  assert.ok(text.startsWith('# Research\n\n> On \\*it\\*.\n\nEvery page'), text);
  const home = 'https://ada.example/portfolio/';
  for (const line of [
    `## Research threads\n\n- [probe](${home}research/probe/index.md): Active, Jan 2026 – Present. Why? ${'And how? '.repeat(21).trim()}\n`,
    `## Papers\n\n- [titan](${home}papers/titan/index.md): In progress. What it says.`,
    `- [llms-full.txt](${home}llms-full.txt): `,
    `## Optional\n\n- [Contents](${home}contents/index.md): Everything on this site: threads and papers with their sections.`,
  ])
    assert.ok(text.includes(`\n${line}`), line);
  assert.ok(
    formatLlms(site, undefined).includes('- [probe](/portfolio/research/probe/index.md): '),
  );
});

test('a site without papers has no heading for them in llms.txt', () => {
  assert.doesNotMatch(formatLlms(buildView({}, [], []), undefined), /## (Papers|Research)/);
});

test('llms-full.txt has the twins whole and in order', () => {
  const text = formatLlmsFull(site, ['# One\n', '# Two\n'], undefined);
  assert.ok(text.startsWith('# Research\n\n> On'), text);
  assert.ok(text.endsWith('\n\n\n# One\n\n\n# Two\n'), text);
});
