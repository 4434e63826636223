import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Check } from '../../../src/verify/check.ts';
import {
  describedPages,
  distinctTitles,
  ownFiles,
  strictPolicy,
  validHtml,
} from '../../../src/verify/html.ts';
import { checkBody, listProblems, writePage, writeSite } from './hand-made.ts';

const sound = '<h1>One</h1><p><time datetime="2026-04">April</time></p>';

test('a sound page has no problem', async () => {
  for (const check of [validHtml, describedPages, distinctTitles, strictPolicy, ownFiles])
    assert.deepEqual(await checkBody(check, sound), [], check.claim);
});

const planted: [check: Check, body: string, problem: RegExp][] = [
  [validHtml, '<h1>One</h1><h3>Three</h3>', /heading-level/],
  [validHtml, '<h1>One</h1><h1>Another</h1>', /heading-level/],
  [validHtml, '<h1 id="one">One</h1><p id="one">Another</p>', /no-dup-id/],
  [validHtml, '<h1 style="color: red">Red</h1>', /no-inline-style/],
  [validHtml, '<h1 aria-labelledby="nowhere">One</h1>', /no-missing-references/],
  [validHtml, '<h1>One</h1><table><tr><th>A</th><th>B</th></tr><tr><td>1</td></tr></table>', /h63/],
  [validHtml, '<h1>One</h1><img src="/plate.png">', /wcag\/h37/],
  [describedPages, '<time>April</time>', /The time “April” has no machine-readable date/],
  [describedPages, '<table><tr><td>1</td></tr></table>', /A table has no caption: “1/],
  [ownFiles, '<img src="https://example.org/a.png" alt="">', /loads https:\/\/example\.org/],
  [ownFiles, '<script src="/a.js"></script>', /loads a script/],
  [ownFiles, '<p onclick="go()">Go</p>', /has onclick="…"/],
];

for (const [check, body, problem] of planted)
  test(`found in ${body}: ${problem.source}`, async () => {
    assert.match((await checkBody(check, body)).join('\n'), problem);
  });

const policies: [head: string, problem: RegExp][] = [
  ['', /has 0 content security policies/],
  [`<meta http-equiv="content-security-policy" content="img-src 'self'">`, /lacks default-src/],
  [
    `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    /allows 'unsafe-inline'/,
  ],
  [
    `<style></style><meta http-equiv="content-security-policy" content="default-src 'none'">`,
    /comes after something/,
  ],
];

for (const [head, problem] of policies)
  test(`found in the head ${head}: ${problem.source}`, async () => {
    assert.match((await checkBody(strictPolicy, sound, head)).join('\n'), problem);
  });

test('one title for two pages is found, unless both are entries', async () => {
  const page = writePage(sound);
  const entries = writeSite({ 'papers/a/index.html': page, 'research/a/index.html': page });
  assert.deepEqual(await listProblems(distinctTitles, entries), []);
  const lists = writeSite({ 'papers/a/index.html': page, 'tags/index.html': page });
  assert.match((await listProblems(distinctTitles, lists)).join(), /^\/tags\/ Its title “Page” is/);
});
