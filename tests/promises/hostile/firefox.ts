import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createFolder } from '../scratch.ts';
import { connect } from './bidi.ts';
import { inspect, remember, type Visit, type Visitor } from './visit.ts';

const places = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox'];
places.push('/Applications/Firefox.app/Contents/MacOS/firefox');

/** Opens Firefox, or returns undefined if there is none. */
export async function openFirefox(): Promise<Visitor | undefined> {
  const program = places.find(existsSync);
  if (program === undefined) return undefined;
  const home = createFolder('firefox');
  const child = spawn(program, ['--headless', '--profile', home, '--remote-debugging-port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: home, MOZ_CRASHREPORTER_DISABLE: '1' },
  });
  const address = await findAddress(createInterface(child.stderr));
  const connection = await connect(`${address}/session`);
  const { send } = connection;
  const { capabilities } = (await send('session.new', { capabilities: {} })) as {
    capabilities: { browserVersion: string };
  };
  const { contexts } = (await send('browsingContext.getTree')) as {
    contexts: { context: string }[];
  };
  const context = contexts[0]?.context ?? '';
  await send('script.addPreloadScript', { functionDeclaration: remember });
  await send('session.subscribe', {
    events: ['browsingContext.userPromptOpened', 'network.beforeRequestSent'],
  });
  let events: string[] = [];
  let host = '';
  connection.onEvent((method, params) => {
    const { message, request } = params as { message?: string; request?: { url: string } };
    if (method === 'browsingContext.userPromptOpened') events.push(`a dialog: ${message ?? ''}`);
    const url = URL.parse(request?.url ?? '');
    if (url && /^https?:$/.test(url.protocol) && url.host !== host)
      events.push(`a request to ${url.href.slice(0, 80)}`);
  });
  return {
    name: `Firefox ${capabilities.browserVersion}`,
    visit: async (url) => {
      events = [];
      ({ host } = new URL(url));
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
      const { result } = (await send('script.callFunction', {
        functionDeclaration: inspect,
        target: { context },
        awaitPromise: true,
      })) as { result: { value: string } };
      return { ...(JSON.parse(result.value) as Omit<Visit, 'events'>), events };
    },
    close: async () => {
      const ended = once(child, 'exit');
      await send('browser.close').catch(() => child.kill());
      connection.close();
      await ended;
    },
  };
}

/** Reads the address at which Firefox listens. */
async function findAddress(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('Firefox ends before it listens.');
}
