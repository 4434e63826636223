import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ShownFault } from '../../src/client/fault-overlay.ts';
import { buildChance } from './chance.ts';
import { quote, startCommand, type Running } from './command.ts';
import { mistakes, saves, type Mistake, type Save } from './saves.ts';
import { createScratch, removeFolder } from './scratch.ts';
import type { Recorder } from './tally.ts';

/** The most time until a save is reported, in ms. */
const patience = 20_000;

/**
 * Saves mistakes and their corrections while `dev` runs, as editors do. Each must be reported, and
 * then no longer.
 */
export async function attackDev(recorder: Recorder, seed: number, amount: number): Promise<void> {
  const root = createScratch();
  const dev = await openDev(root);
  for (let index = 0; index < amount; index += 1) {
    const { pick } = buildChance(seed, index);
    const mistake = pick(mistakes);
    const name = pick(Object.keys(saves));
    await recorder.attempt(`${mistake.rule} in ${mistake.file}, saved ${name}`, () =>
      saveTwice(root, dev, mistake, saves[name] ?? writeFileSync, index),
    );
  }
  await dev.close();
  await recorder.attempt('dev starts whatever the content', () => startFaulty(root));
  removeFolder(root);
}

interface Dev {
  address: string;
  running: Running;
  close: () => Promise<void>;
}

async function openDev(root: string): Promise<Dev> {
  const running = startCommand(root, ['dev'], { limit: 3_600_000 });
  const pattern = /http:\/\/localhost:\d+\S*/;
  const ended = running.ended.then(({ output }) => output);
  await Promise.race([ended, until(() => pattern.test(running.read()), 120_000)]);
  const [address] = pattern.exec(running.read()) ?? [];
  if (address === undefined) {
    running.kill();
    throw new Error(`dev does not start: ${quote(running.read())}`);
  }
  const close = async () => {
    running.kill('SIGINT');
    await Promise.race([ended, wait(5000)]);
    running.kill();
  };
  return { address: address.replace(/\/$/, ''), running, close };
}

async function until(holds: () => boolean | Promise<boolean>, time = patience): Promise<boolean> {
  const end = Date.now() + time;
  while (Date.now() < end) {
    if (await holds()) return true;
    await wait(100);
  }
  return false;
}

async function read({ address }: Dev, page: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${address}/${page}`).catch(() => undefined);
  return { status: response?.status ?? 0, text: (await response?.text()) ?? '' };
}

/** Returns the faults that a page shows now, as the server sends them to its browser. */
async function readShown({ address }: Dev, page: string): Promise<ShownFault[]> {
  const client = await fetch(`${address}/@vite/client`).then((response) => response.text());
  const [, token = ''] = /wsToken = "([^"]+)"/.exec(client) ?? [];
  const socket = new WebSocket(`${address.replace('http', 'ws')}/?token=${token}`, 'vite-hmr');
  const faults = new Promise<ShownFault[]>((resolve, reject) => {
    setTimeout(() => reject(new Error('no answer')), patience);
    socket.onerror = reject;
    socket.onopen = () => socket.send(JSON.stringify({ type: 'custom', event: 'faults:ask' }));
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(String(data)) as { event?: string; data: ShownFault[] };
      if (message.event === 'faults') resolve(message.data);
    };
  });
  const all = await faults.catch(() => []).finally(() => socket.close());
  return all.filter(({ pages }) => pages === undefined || pages.includes(`/${page}`));
}

async function saveTwice(
  root: string,
  dev: Dev,
  mistake: Mistake,
  save: Save,
  index: number,
): Promise<string[]> {
  const { file, page, rule, make } = mistake;
  const place = join(root, file);
  const good = readFileSync(place, 'utf8');
  const before = dev.running.read().length;
  await save(place, make(good));
  const isTold = await until(() => dev.running.read().slice(before).includes(rule));
  const isShown = await until(async () =>
    (await readShown(dev, page)).some((fault) => fault.rule === rule),
  );
  const middle = dev.running.read().length;
  const title = `Fixed ${index}`;
  await save(place, file.endsWith('.bib') ? good : good.replace(/^title: .*$/m, `title: ${title}`));
  const isMended = await until(() => dev.running.read().slice(middle).includes('no faults'));
  const isBack = await until(async () => {
    const { status, text } = await read(dev, page);
    return (
      status === 200 &&
      (file.endsWith('.bib') || text.includes(title)) &&
      (await readShown(dev, page)).length === 0
    );
  });
  return [
    ...(isTold ? [] : ['the terminal does not tell it']),
    ...(isShown ? [] : ['its page does not tell it']),
    ...(isMended ? [] : ['once it is fixed, the terminal does not say so']),
    ...(isBack
      ? []
      : [
          `once it is fixed, its page answers with ${(await read(dev, page)).status} and is not as it should be`,
        ]),
  ];
}

/** Starts with a mistake in the content. */
async function startFaulty(root: string): Promise<string[]> {
  const file = join(root, 'content/papers/titan.mdx');
  const good = readFileSync(file, 'utf8');
  writeFileSync(file, good.replace('status: draft', 'status: drafty'));
  const dev = await openDev(root);
  writeFileSync(file, good);
  const isMended = await until(async () => (await read(dev, 'papers/titan/')).status === 200);
  await dev.close();
  return isMended ? [] : ['once the mistake is fixed, the page does not come'];
}
