import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redirects } from '../../../src/verify/redirects.ts';
import { twins } from '../../../src/verify/twins.ts';
import { listProblems, writePage, writeSite } from './hand-made.ts';

const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'">`;
const robots = '<meta name="robots" content="noindex">';

interface Parts {
  to?: string;
  link?: string;
  canonical?: string;
  head?: string;
}

function writeRedirect({ to = '/a/', link = to, canonical = to, head = robots }: Parts = {}) {
  return writeSite({
    'a/index.html': writePage('<h1>A</h1>'),
    'old/index.html': writePage(
      `<h1>Moved</h1><p><a href="${link}">A</a></p>`,
      `${policy}${head}<meta http-equiv="refresh" content="0;url=${to}"><link rel="canonical" href="${canonical}">`,
    ),
  });
}

test('a page that leads to another has no problem, and needs no twin', async () => {
  const site = writeRedirect();
  assert.deepEqual(await listProblems(redirects, site), []);
  assert.deepEqual(await listProblems(twins, site), ['/a/index.md The page has no twin.']);
});

test('found: an address of an entry without a page', async () => {
  const site = writeSite({
    'index.html': writePage('<h1>A</h1>'),
    'content/papers/a.mdx': '---\ntitle: A\nformerly: [/old/, /older.html]\n---\n',
    'older.html': writePage('<h1>Moved</h1>'),
  });
  assert.deepEqual(await listProblems(redirects, site), [
    '/old/ content/papers/a.mdx names it, but it has no page.',
  ]);
});

const planted: [parts: Parts, problem: RegExp][] = [
  [{ to: '/b/' }, /^\/old\/ It links to \/b\/, but there is no such file\.$/],
  [{ link: '/' }, /^\/old\/ It leads to \/a\/, and its link to \/\.$/],
  [{ canonical: '/old/' }, /^\/old\/ It leads to \/a\/, and is at \/old\/\.$/],
  [{ head: '' }, /^\/old\/ Search engines may list it\.$/],
];

for (const [parts, problem] of planted)
  test(`found: ${problem.source}`, async () => {
    const problems = await listProblems(redirects, writeRedirect(parts));
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? '', problem);
  });
