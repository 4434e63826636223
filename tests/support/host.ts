import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import {
  caching,
  contentTypes,
  findValue,
  isPrivate,
  missingPage,
  policies,
} from '../../src/hosting/rules.ts';

/** A running file server. */
export interface Host {
  port: number;
  /** The folder that the host serves as `/`. */
  root: string;
  /** The path of the site on its host, with slashes at both ends. */
  base: string;
  /** The headers of every file. */
  common: Readonly<Record<string, string>>;
  /** The compressed formats it sends, by file extension. */
  encodings: ('br' | 'gz')[];
}

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** Files that a site may have beside those of the builds. Some are served, some are not. */
const additions: Record<string, string> = {
  '.well-known/security.txt': 'Contact: mailto:ada@example.org\n'.repeat(50),
  '.htpasswd': 'top secret',
  '.git/config': 'top secret',
  'data/weights.npz': 'weights',
  'data/table.csv': 'a,b\n',
  'data/Drawing.SVG': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'data/with space & ü.txt': 'text',
};

/** Copies a built site below `base` in `root`, as on a server, with additional files. */
export function layOut(folder: string, root: string, base: string): void {
  rmSync(root, { recursive: true, force: true });
  cpSync(folder, join(root, base), { recursive: true });
  for (const [name, text] of Object.entries(additions)) {
    mkdirSync(join(root, base, name, '..'), { recursive: true });
    writeFileSync(join(root, base, name), text);
  }
}

/** Returns the paths of all files, or of all folders, of a host. */
function listPaths({ root, base }: Host, kind: 'isFile' | 'isDirectory'): string[] {
  return readdirSync(join(root, base), { recursive: true, withFileTypes: true })
    .filter((entry) => entry[kind]())
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length));
}

const agent = new Agent({ keepAlive: true });

async function ask(
  { port }: Host,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  request({ host: '127.0.0.1', port, path, headers, method, agent }, (response) => {
    const parts: Buffer[] = [];
    response
      .on('data', (part: Buffer) => parts.push(part))
      .on('error', reject)
      .on('end', () => {
        const { statusCode = 0, headers } = response;
        resolve({ status: statusCode, headers, body: Buffer.concat(parts) });
      });
  })
    .on('error', reject)
    .end();
  return promise;
}

/** Requests every file of the site, in each encoding. */
export async function checkFiles(host: Host): Promise<number> {
  const files = listPaths(host, 'isFile');
  for (const path of files) {
    if (isPrivate(path)) {
      await checkMissing(host, path);
      continue;
    }
    await checkFile(host, path, path);
    if (path.endsWith('/index.html')) await checkFile(host, path.replace(/index\.html$/, ''), path);
  }
  return files.length;
}

async function checkFile(host: Host, address: string, path: string): Promise<void> {
  const file = join(host.root, path);
  const copies = host.encodings.filter((ending) => existsSync(`${file}.${ending}`));
  for (const encoding of [undefined, ...host.encodings]) {
    const names = { br: 'br', gz: 'gzip' };
    const copy = encoding && copies.includes(encoding) ? encoding : undefined;
    const { status, headers, body } = await ask(host, encodeURI(address), {
      'Accept-Encoding': encoding ? names[encoding] : 'identity',
    });
    assert.equal(status, 200, address);
    checkHeaders(host, path, headers);
    assert.equal(headers['content-encoding'], copy && names[copy], address);
    if (copies.length > 0) assert.match(String(headers.vary), /Accept-Encoding/i, address);
    const sent = readFileSync(copy ? `${file}.${copy}` : file);
    assert.ok(body.equals(sent), `${address} is sent as other bytes than its own`);
  }
}

function checkHeaders({ common }: Host, path: string, headers: Answer['headers']): void {
  for (const [name, value] of Object.entries(common))
    assert.equal(headers[name.toLowerCase()], value, `${name} of ${path}`);
  for (const rule of [contentTypes, caching, policies])
    assert.equal(
      headers[rule.header.toLowerCase()],
      findValue(rule, path),
      `${rule.header} of ${path}`,
    );
}

async function checkMissing(host: Host, address: string): Promise<void> {
  const { status, headers, body } = await ask(host, encodeURI(address));
  const page = `${host.base}${missingPage}`;
  assert.equal(status, 404, address);
  checkHeaders(host, page, headers);
  assert.ok(body.equals(readFileSync(join(host.root, page))), `${address} is not our page`);
}

/** Requests every folder, with its slash and without. */
export async function checkFolders(host: Host): Promise<void> {
  for (const folder of listPaths(host, 'isDirectory')) {
    if (isPrivate(`${folder}/`)) continue;
    if (!existsSync(join(host.root, folder, 'index.html'))) {
      await checkMissing(host, `${folder}/`);
      continue;
    }
    const { status, headers } = await ask(host, encodeURI(folder));
    assert.ok([301, 308].includes(status), `${folder}: ${status}`);
    const location = String(headers.location);
    // The address contains no host or port.
    assert.equal(decodeURI(location), `${folder}/`);
  }
}

/** Requests missing and private files. */
export async function checkOddRequests(host: Host): Promise<void> {
  const { base } = host;
  for (const name of [
    'missing',
    'missing/',
    'missing.bib',
    'missing.svg',
    'feed.xml/',
    '_astro/missing.js',
    '.git/config',
    '.git/',
    '.hidden',
    'papers/.git/config',
    '.well-known/missing',
    '_headers',
  ])
    await checkMissing(host, base + name);
  for (const name of [
    '%ff',
    '%',
    '%00',
    '..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
    '%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
    '../../../../../../etc/passwd',
    '..%5c..%5cetc%5cpasswd',
    '/etc/passwd',
    '.%67it/config',
    '%2egit/config',
    'index.html/../.git/config',
  ]) {
    const { status, body } = await ask(host, base + name);
    assert.ok(status >= 400, `${name}: ${status}`);
    assert.doesNotMatch(body.toString(), /root:x:0|top secret/, name);
  }
  const { headers, body } = await ask(host, base, {}, 'HEAD');
  assert.equal(body.length, 0);
  assert.equal(headers['content-type'], 'text/html; charset=utf-8');
  const tag = String((await ask(host, base)).headers.etag);
  assert.equal((await ask(host, base, { 'If-None-Match': tag })).status, 304);
  const part = await ask(host, `${base}robots.txt`, { Range: 'bytes=1-4' });
  assert.deepEqual([part.status, part.body.length], [206, 4]);
}
