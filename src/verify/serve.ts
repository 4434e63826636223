import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createPreview } from '../hosting/preview.ts';

export interface Served {
  /** The address of the home page, as `http://127.0.0.1:41234/portfolio/`. */
  address: string;
  close: () => void;
}

/** Serves `folder` below `base` on a free port, as `npm start` does. */
export async function serveSite(folder: string, base = '/'): Promise<Served> {
  const server = createPreview({ folder, base }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${base}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
