import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatCaddyfile } from '../../../src/hosting/caddy.ts';
import { formatNginx } from '../../../src/hosting/nginx.ts';
import {
  caching,
  contentTypes,
  findValue,
  isPrivate,
  policies,
} from '../../../src/hosting/rules.ts';

for (const [path, type] of [
  ['/index.html', 'text/html; charset=utf-8'],
  ['/papers/titan/citation.bib', 'application/x-bibtex; charset=utf-8'],
  ['/papers/titan/citation.ris', 'application/x-research-info-systems; charset=utf-8'],
  ['/papers/titan/citation.json', 'application/vnd.citationstyles.csl+json'],
  ['/papers/titan/index.md', 'text/markdown; charset=utf-8'],
  ['/manifest.webmanifest', 'application/manifest+json'],
  ['/feed.xml', 'application/atom+xml; charset=utf-8'],
  ['/feed.json', 'application/feed+json'],
  ['/sitemap.xml', 'application/xml; charset=utf-8'],
  ['/research.json', 'application/json'],
  ['/CITATION.cff', 'application/yaml; charset=utf-8'],
  ['/favicon.svg', 'image/svg+xml; charset=utf-8'],
  ['/Loss.SVG', 'image/svg+xml; charset=utf-8'],
  ['/table.csv', 'text/csv; charset=utf-8'],
  ['/table.csv.gz', 'application/gzip'],
  ['/weights.npz', 'application/octet-stream'],
  ['/svg', 'application/octet-stream'],
] as const)
  test(`the type of ${path} is ${type}`, () => {
    assert.equal(findValue(contentTypes, path), type);
  });

test('a drawing alone has the policy of one, however its ending is written', () => {
  for (const path of ['/a.svg', '/_astro/a.SVG', '/a.Svg'])
    assert.match(findValue(policies, path), /^default-src 'none';.* sandbox$/, path);
  for (const path of ['/a.svg/index.html', '/svg', '/a.svgz.html'])
    assert.equal(findValue(policies, path), policies.otherwise, path);
});

test('what is built with its digest in its name is kept, below any folder of a host', () => {
  for (const path of ['/_astro/a.js', '/portfolio/_astro/a.woff2'])
    assert.match(findValue(caching, path), /immutable/);
  for (const path of ['/', '/_astrolabe/a.js', '/my_astro/a.js'])
    assert.doesNotMatch(findValue(caching, path), /immutable/);
});

test('files for the host and hidden ones are not sent', () => {
  for (const path of [
    '/_headers',
    '/_redirects',
    '/portfolio/_headers',
    '/.git/config',
    '/a/.htpasswd',
    '/.x',
  ])
    assert.ok(isPrivate(path), path);
  for (const path of ['/', '/.well-known/security.txt', '/_headers/x', '/a.b', '/a../b'])
    assert.ok(!isPrivate(path), path);
});

test('a site in a folder of its host differs in one line of the settings alone', () => {
  for (const format of [formatNginx, formatCaddyfile]) {
    const site = { host: 'example.org', root: '/var/www/portfolio' };
    const root = format({ ...site, base: '/' }).split('\n');
    const below = format({ ...site, base: '/portfolio/' }).split('\n');
    const different = below.filter((line, index) => line !== root[index]);
    assert.equal(different.length, 1);
    assert.match(different[0] ?? '', / \/portfolio\/404\.html;?$/);
  }
});
