import { once } from 'node:events';
import { openSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryLock } from './lock.ts';

/** The default port. */
export const usualPort = 4321;

/**
 * Returns the first free port from `port` on and reserves it for this process. Prints it if it is
 * not the default.
 */
export async function findFreePort(port = usualPort): Promise<number> {
  if (!reservePort(port) || !(await isFree(port))) return findFreePort(port + 1);
  if (port !== usualPort) console.log(`Port ${usualPort} is taken; ${port} is the next free one.`);
  return port;
}

/**
 * Reserves a port against other sites of this project type, by a system lock: a site that is
 * starting or restarting does not listen.
 */
function reservePort(port: number): boolean {
  try {
    return tryLock(openSync(join(tmpdir(), `research-portfolio-${port}.lock`), 'a'));
  } catch {
    // The file belongs to another user of this machine.
    return false;
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  const taken = once(probe, 'error').then(() => false);
  const free = once(probe, 'listening').then(() => true);
  probe.listen(port, 'localhost');
  if (!(await Promise.race([taken, free]))) return false;
  probe.close();
  await once(probe, 'close');
  return true;
}
