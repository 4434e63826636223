import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** A built folder that is served. */
export interface Site {
  /** Of its first page, as `http://127.0.0.1:41234/portfolio/`. */
  address: string;
  close: () => void;
}

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Serves `folder` below `base` on a free port, as a plain host of files does. */
export async function serveSite(folder: string, base = '/'): Promise<Site> {
  const read = (name: string) => readFile(join(folder, name)).catch(() => undefined);
  const answer = async (address: string) => {
    const { pathname } = new URL(address, 'http://localhost');
    const path = decodeURIComponent(pathname).replace(/\/$/, '/index.html');
    const name = path.startsWith(base) ? path.slice(base.length) : '';
    const body = await read(name);
    if (body) return { status: 200, type: types[extname(name)] ?? '', body };
    return { status: 404, type: types['.html'], body: await read('404.html') };
  };
  const server = createServer((request, response) => {
    void answer(request.url ?? '/').then(({ status, type, body }) => {
      response.writeHead(status, { 'content-type': type }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${base}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
