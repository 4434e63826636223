import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { send } from '@fastify/send';
import {
  caching,
  commonHeaders,
  contentTypes,
  findValue,
  isPrivate,
  missingPage,
  policies,
} from './rules.ts';

interface PreviewedSite {
  folder: string;
  /** The path on its host, with slashes at both ends. */
  base: string;
}

const localNames = ['localhost', '127.0.0.1', '[::1]'];

/** Creates a server that sends a built site as hosts do, to programs on this machine only. */
export function createPreview(site: PreviewedSite): Server {
  return createServer((request, response) => {
    answer(site, request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else sendWords(response, 500, 'The file cannot be read.');
    });
  });
}

async function answer(
  site: PreviewedSite,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<unknown> {
  const { url = '', method = '' } = request;
  // Prevents DNS rebinding: a foreign site could point its name at this machine and read the
  // answers.
  if (!isLocal(request.headers.host))
    return sendWords(response, 403, 'The preview only answers on localhost.');
  if (method !== 'GET' && method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sendWords(response, 405, 'The preview only answers GET and HEAD.');
  }
  const [address = ''] = url.split('?', 1);
  const path = parsePath(address);
  if (path === undefined) return sendWords(response, 400, 'This is not the address of a file.');

  const root = await realpath(site.folder);
  const name = findName(path, site.base);
  const kind = name === undefined ? undefined : await findKind(root, name);
  if (name === undefined || kind === undefined) return sendMissing(root, response);
  if (kind === 'file') return sendFile(root, name, request, response);
  response.setHeader('Location', `${address}/${url.slice(address.length)}`);
  return sendWords(response, 301, 'The address of a folder ends with a slash.');
}

function isLocal(host: string | undefined): boolean {
  return host === undefined || localNames.includes(URL.parse(`http://${host}`)?.hostname ?? '');
}

/** Returns the path of an address, or undefined if no file can have it. */
function parsePath(address: string): string | undefined {
  try {
    const names = address.split('/').map(decodeURIComponent);
    const isName = (name: string) => !/[/\\\p{Cc}]|^\.{1,2}$/u.test(name);
    return names.shift() === '' && names.length > 0 && names.every(isName)
      ? `/${names.join('/')}`
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Returns the name of the file or folder at `path` in the site's folder, or undefined if it is not
 * served.
 */
function findName(path: string, base: string): string | undefined {
  const start = decodeURI(base);
  if (`${path}/` === start) return '';
  if (!path.startsWith(start) || path.includes('//') || isPrivate(path)) return undefined;
  return path.slice(start.length).replace(/(^|\/)$/, '$1index.html');
}

/** Returns undefined for links and anything behind them. */
async function findKind(root: string, name: string): Promise<'file' | 'folder' | undefined> {
  const path = join(root, name);
  try {
    if ((await realpath(path)) !== path) return undefined;
    const found = await stat(path);
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? 'file' : undefined;
  } catch {
    return undefined;
  }
}

async function sendFile(
  root: string,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const path = name.split('/').map(encodeURIComponent).join('/');
  const { statusCode, headers, stream } = await send(request, path, {
    root,
    cacheControl: false,
    contentType: false,
    dotfiles: 'allow',
    index: false,
  });
  response.writeHead(statusCode, { ...buildHeaders(`/${name}`), ...headers });
  await pipeline(stream, response);
}

async function sendMissing(root: string, response: ServerResponse): Promise<ServerResponse> {
  if ((await findKind(root, missingPage)) !== 'file')
    return sendWords(response, 404, 'There is no such file.');
  const page = await readFile(join(root, missingPage));
  response.setHeader('Content-Length', page.length);
  return response.writeHead(404, buildHeaders(`/${missingPage}`)).end(page);
}

function sendWords(response: ServerResponse, status: number, words: string): ServerResponse {
  response.setHeader('Content-Length', Buffer.byteLength(words) + 1);
  return response.writeHead(status, buildHeaders('/answer.txt')).end(`${words}\n`);
}

/**
 * Builds the headers that hosts send, without the CORS header: other sites may not read
 * unpublished files.
 */
function buildHeaders(path: string): Record<string, string> {
  const varying = [contentTypes, caching, policies].map((rule) => [
    rule.header,
    findValue(rule, path),
  ]);
  const headers = { ...commonHeaders, ...Object.fromEntries(varying) } as Record<string, string>;
  delete headers['Access-Control-Allow-Origin'];
  return headers;
}
