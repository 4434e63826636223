import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { serveSite } from '../../../src/verify/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'preview-'));
const site = join(folder, 'dist');

function write(name: string, text: string): void {
  mkdirSync(join(site, name, '..'), { recursive: true });
  writeFileSync(join(site, name), text);
}

write('../secret.txt', 'secret');
write('index.html', 'first page');
write('404.html', 'missing page');
write('_headers', '/*');
write('_redirects', '/a /b 301');
write('paper/index.html', 'a paper');
write('paper/citation.bib', '@misc{a}');
write('paper/loss (1).svg', '<svg/>');
write('papers.txt/not-a-page', 'x');
write('тег/index.html', 'a tag');
write('_astro/a.js', '1');
write('.well-known/security.txt', 'Contact:');
write('.git/config', 'secret');
write('.htpasswd', 'secret');
symlinkSync('../secret.txt', join(site, 'link.txt'));
symlinkSync('..', join(site, 'parent'));
symlinkSync('index.html', join(site, 'inner.html'));
symlinkSync('paper', join(site, 'inner'));

const root = await serveSite(site, '/');
const below = await serveSite(site, '/site/');
after(() => {
  root.close();
  below.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  status: number;
  headers: string;
  body: string;
}

/** Sends raw bytes that an HTTP client would refuse to send. */
async function send(text: string, { address } = root): Promise<Answer> {
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  socket.write(text, 'latin1');
  let all = '';
  socket.setEncoding('utf8').on('data', (part: string) => (all += part));
  await once(socket, 'close');
  const [head = '', ...body] = all.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), headers: head, body: body.join('\r\n\r\n') };
}

const ask = (path: string, lines: string[] = [], method = 'GET', served = root) =>
  send([`${method} ${path} HTTP/1.0`, 'Host: localhost', ...lines, '', ''].join('\r\n'), served);

for (const path of [
  '/%ff',
  '/%',
  '/%zz',
  '/paper/%c0%ae%c0%ae/',
  '/%00',
  '/index.html%00.txt',
  '/..',
  '/../secret.txt',
  '/..%2f',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret.txt',
  '/paper/../../secret.txt',
  '/./index.html',
  '/..%5csecret.txt',
  '/..\\secret.txt',
  '/paper%2findex.html',
  '/%0d%0aSet-Cookie:a=b',
  'index.html',
  '*',
  'http://localhost/index.html',
])
  for (const served of [root, below])
    test(`no file has the address ${path} at ${new URL(served.address).pathname}`, async () => {
      const base = served === below && path.startsWith('/') ? '/site' : '';
      const { status, headers, body } = await ask(base + path, [], 'GET', served);
      assert.equal(status, 400);
      assert.match(body, /^(This is not the address of a file\.\n)?$/);
      assert.doesNotMatch(headers, /Set-Cookie/);
    });

for (const path of [
  '/link.txt',
  '/parent/secret.txt',
  '/parent/dist/index.html',
  '/inner.html',
  '/inner/',
  '/inner',
  '/.git/config',
  '/.git/',
  '/.git',
  '/.htpasswd',
  '/_headers',
  '/_redirects',
  '/missing',
  '/missing.bib',
  '/_astro/',
  '/_astro/missing.js',
  '//paper',
  '//index.html',
  '/paper//index.html',
  '/index.html/',
  '/papers.txt/',
  '/%252e%252e/secret.txt',
  `/${'a'.repeat(3000)}`,
  '/C:/secret.txt',
])
  test(`the page for what is missing answers for ${path.slice(0, 30)}`, async () => {
    const { status, headers, body } = await ask(path);
    assert.equal(status, 404);
    assert.equal(body, 'missing page');
    assert.match(headers, /^Content-Type: text\/html; charset=utf-8\r$/m);
    assert.match(headers, /^Cache-Control: public, max-age=0, must-revalidate\r$/m);
  });

for (const [path, type, body] of [
  ['/', 'text/html; charset=utf-8', 'first page'],
  ['/?q=%ff', 'text/html; charset=utf-8', 'first page'],
  ['/paper/', 'text/html; charset=utf-8', 'a paper'],
  ['/paper/citation.bib', 'application/x-bibtex; charset=utf-8', '@misc{a}'],
  ['/paper/loss%20(1).svg', 'image/svg+xml; charset=utf-8', '<svg/>'],
  ['/%D1%82%D0%B5%D0%B3/', 'text/html; charset=utf-8', 'a tag'],
  ['/.well-known/security.txt', 'text/plain; charset=utf-8', 'Contact:'],
] as const)
  test(`a file is sent with its type and its headers: ${path}`, async () => {
    const answer = await ask(path);
    assert.equal(answer.status, 200);
    assert.equal(answer.body, body);
    assert.ok(answer.headers.includes(`\r\nContent-Type: ${type}\r\n`), answer.headers);
    assert.match(answer.headers, /^X-Content-Type-Options: nosniff\r$/m);
    assert.match(answer.headers, /^Content-Security-Policy: .*frame-ancestors 'none'/m);
    // Other sites may not even read the addresses of unpublished files.
    assert.doesNotMatch(answer.headers, /Access-Control-Allow-Origin/);
    const head = await ask(path, [], 'HEAD');
    assert.equal(head.body, '');
    assert.match(head.headers, new RegExp(`^Content-Length: ${Buffer.byteLength(body)}\r$`, 'm'));
  });

test('a drawing that is opened by itself can run and load nothing', async () => {
  const { headers } = await ask('/paper/loss%20(1).svg');
  assert.match(headers, /^Content-Security-Policy: default-src 'none';.*; sandbox\r$/m);
});

test('what has its content in its name is kept, all else is asked for again', async () => {
  assert.match((await ask('/_astro/a.js')).headers, /^Cache-Control: .*, immutable\r$/m);
  assert.match((await ask('/')).headers, /^Cache-Control: public, max-age=0, must-revalidate\r$/m);
});

test('the address of a folder leads to the one with a slash, and nowhere else', async () => {
  const { status, headers } = await ask('/paper?a=b');
  assert.equal(status, 301);
  assert.match(headers, /^Location: \/paper\/\?a=b\r$/m);
  const base = await ask('/site', [], 'GET', below);
  assert.equal(base.status, 301);
  assert.match(base.headers, /^Location: \/site\/\r$/m);
  assert.equal((await ask('/', [], 'GET', below)).status, 404);
  assert.equal((await ask('/sites/', [], 'GET', below)).status, 404);
});

test('a part of a file is sent where one is asked for', async () => {
  const { status, headers, body } = await ask('/paper/citation.bib', ['Range: bytes=1-4']);
  assert.equal(status, 206);
  assert.equal(body, 'misc');
  assert.match(headers, /^Content-Range: bytes 1-4\/8\r$/m);
  assert.equal((await ask('/paper/citation.bib', ['Range: bytes=99-'])).status, 416);
});

test('a file that is known is not sent again', async () => {
  const tag = /^ETag: (.*)\r$/m.exec((await ask('/')).headers)?.[1];
  const again = await ask('/', [`If-None-Match: ${tag}`]);
  assert.equal(again.status, 304);
  assert.equal(again.body, '');
});

for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])
  test(`the preview does not answer ${method}`, async () => {
    const { status, headers } = await ask('/', [], method);
    assert.equal(status, 405);
    assert.match(headers, /^Allow: GET, HEAD\r$/m);
  });

test('the preview answers to the names of this machine alone', async () => {
  const answer = (host: string) => send(`GET / HTTP/1.0\r\n${host}\r\n\r\n`);
  for (const host of ['Host: 127.0.0.1:80', 'Host: [::1]', 'Host: LOCALHOST', 'X: y'])
    assert.equal((await answer(host)).status, 200, host);
  for (const host of ['Host: example.org', 'Host: localhost.example.org:80', 'Host: %'])
    assert.equal((await answer(host)).status, 403, host);
});

for (const text of [
  'GET / HTTP/1.1\r\n\r\n',
  'GET /\0 HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'x\r\n\r\n',
])
  test(`what is no request is refused: ${JSON.stringify(text)}`, async () => {
    assert.equal((await send(text)).status, 400);
  });
