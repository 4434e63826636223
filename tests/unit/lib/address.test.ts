import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  expandIdentifier,
  fixAddress,
  formatUri,
  pageProtocols,
  parseAddress,
} from '../../../src/lib/address.ts';
import { isSiteAddress } from '../../../src/schema/address.ts';
import { link } from '../../../src/schema/link.ts';

const good = [
  'https://example.org',
  'HTTPS://Example.ORG/A?b=c#d',
  'http://example.org:8080/caf%C3%A9/%ff?a[]=1|2',
  'https://exämple.org/ü',
  'https://[2001:db8::1]/',
  'https://example.org/~ada/@ada?to=a@b.org',
  'mailto:ada@example.org',
  'mailto:ada@example.org?subject=50%25',
];

/** Addresses that `URL` refuses or reinterprets, and their probable corrections. */
const bad: [text: string, meant?: string][] = [
  ['https://github.com:account/probe', 'https://github.com/account/probe'],
  ['git@github.com:account/probe.git', 'https://github.com/account/probe.git'],
  ['http:/example.org', 'http://example.org'],
  ['https:example.org', 'https://example.org'],
  ['https:///example.org', 'https://example.org'],
  ['//example.org/a', 'https://example.org/a'],
  ['https:\\\\example.org\\a', 'https://example.org/a'],
  ['https://example.org\\@evil.org/', 'https://example.org/@evil.org/'],
  ['https://ada:secret@example.org/', 'https://example.org/'],
  ['https://@example.org/', 'https://example.org/'],
  ['https://example.org/a b', 'https://example.org/a%20b'],
  [' https://example.org/', 'https://example.org/'],
  ['https://exam\tple.org/', 'https://example.org/'],
  ['https://exam\u200bple.org/', 'https://example.org/'],
  ['https://example.org/\u202efdp.exe', 'https://example.org/fdp.exe'],
  ['https://example.org/%zz', 'https://example.org/%25zz'],
  ['https://example.org/50%', 'https://example.org/50%25'],
  ['https://example.org:99999/'],
  ['https://'],
  ['https://[example.org]/'],
  ['https://exa<mple.org/'],
  ['mailto:'],
  ['mailto:ada'],
  ['mailto:?to=ada@example.org'],
  ['javascript:alert(1)'],
  ['JaVaScRiPt:alert(1)'],
  ['java\nscript:alert(1)'],
  ['\u0001javascript:alert(1)'],
  ['vbscript:x'],
  ['data:text/html,x'],
  ['file:///etc/passwd'],
  ['ftp://example.org/'],
  ['example.org'],
  ['/papers/'],
  [''],
];

for (const text of good)
  test(`${text} is an address`, () => assert.ok(parseAddress(text) !== undefined));

for (const [text, meant] of bad)
  test(`${JSON.stringify(text)} is no address${meant === undefined ? '' : `, but ${meant} is`}`, () => {
    assert.equal(parseAddress(text), undefined);
    const fixed = fixAddress(text);
    assert.equal(parseAddress(fixed) && fixed, meant);
  });

test('an address that is accepted is read alike in a link, and by each parser', () => {
  const piece = fc.constantFrom(
    ...'https:,http:,mailto:,//,/,\\,@,:,?,#,%,%41,%zz,[,],example,.org,80,a,ü, ,\t,\n,..,<,",&Tab;'.split(
      ',',
    ),
    ',',
    '\u202e',
  );
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        text.map((rest) => `https://${rest}`),
      ),
      (address) => {
        const url = parseAddress(address);
        if (url === undefined) return;
        const { protocol, href } = new URL(address);
        assert.ok(['https:', 'http:', 'mailto:'].includes(protocol));
        assert.equal(new URL(address, 'https://example.com/folder/').href, href);
        assert.equal(parseAddress(href)?.href, href);
        assert.equal(url.username + url.password, '');
        assert.ok(address.toLowerCase().startsWith(protocol));
        if (protocol !== 'mailto:') assert.ok(address.includes('://'));
      },
    ),
    { numRuns: 20_000 },
  );
});

test('a fix is an address, or is left as it is by another fix', () => {
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (address) => {
      assert.ok(parseAddress(address, pageProtocols) !== undefined, address);
      assert.equal(fixAddress(address), address);
    }),
  );
});

test('a site lies in a folder that every server takes as it is', () => {
  for (const address of [
    'https://example.org',
    'http://example.org:8080/~ada/portfolio/',
    'https://a.github.io/b.c',
  ])
    assert.ok(isSiteAddress(address), address);
  for (const address of [
    'https://example.org/?a',
    'https://example.org/#a',
    'https://example.org//a',
    'https://example.org/a%20b',
    'https://example.org/ü',
    'https://ada@example.org/',
    'mailto:ada@example.org',
  ])
    assert.ok(!isSiteAddress(address), address);
});

test('an address is written in ASCII where a format wants that', () => {
  assert.equal(
    formatUri('https://пример.рф/видео'),
    'https://xn--e1afmkfd.xn--p1ai/%D0%B2%D0%B8%D0%B4%D0%B5%D0%BE',
  );
  assert.equal(formatUri('https://[::1]/a[1]|b^?c={d}'), 'https://[::1]/a%5B1%5D%7Cb%5E?c=%7Bd%7D');
  assert.equal(formatUri('mailto:ada@example.org'), 'mailto:ada@example.org');
});

test('a link takes a DOI or an identifier of arXiv for the address that it stands for', () => {
  const read = (address: string) => link.safeParse({ label: 'A', address }).data?.address;
  assert.equal(read('10.1000/a(b)'), 'https://doi.org/10.1000/a(b)');
  assert.equal(read(' doi: 10.1000/abc'), 'https://doi.org/10.1000/abc');
  assert.equal(read('arXiv:2301.00001v2'), 'https://arxiv.org/abs/2301.00001v2');
  assert.equal(read('arxiv:hep-th/9901001'), 'https://arxiv.org/abs/hep-th/9901001');
  assert.equal(read('./10.1000/paper.pdf'), './10.1000/paper.pdf');
  assert.equal(read('10.10/abc'), undefined);
});

test('an address of the site has composed letters, as its ids have', () => {
  assert.equal(expandIdentifier('#cafe\u0301'), '#caf%C3%A9');
  assert.equal(expandIdentifier('/tags/x/#cafe%CC%81'), '/tags/x/#caf%C3%A9');
  for (const address of ['#café', '#caf%C3%A9', '#100%', '//example.org/e\u0301', './e\u0301.pdf'])
    assert.equal(expandIdentifier(address), address);
});
