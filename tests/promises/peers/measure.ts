import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { buildChance } from '../chance.ts';
import { quote, runCommand, startCommand, type CommandOptions, type Outcome } from '../command.ts';
import { openChromium } from '../hostile/chromium.ts';
import { drawings, plant } from '../hostile/payloads.ts';
import { serveRaw } from '../hostile/server.ts';
import { createFolder, digest, listBytes, removeFolder } from '../scratch.ts';
import { createProject, findPeers, type Peer } from './peers.ts';

// Attacks several site generators in the same way: node tests/promises/peers/measure.ts <folder>
// [kills] [pairs] prints the table of docs/promises.md, and details on the other stream. The
// folder holds the compared sites, each with its packages and a peer.json, as described in
// peers.ts.

const [folder = '', kills = '10', pairs = '5'] = process.argv.slice(2);
const clock = pathToFileURL(join(import.meta.dirname, '../clock.ts')).href;

process.env.ASTRO_TELEMETRY_DISABLED = '1';

const build = (peer: Peer, root: string, options: CommandOptions = {}): Promise<Outcome> =>
  runCommand(root, peer.args, { script: peer.script, ...options });

const describe = (peer: Peer, title: string, body: string): string =>
  peer.entry.replace('{title}', title).replace('{body}', () => body);

const placeEntry = ({ entries, type }: Peer, root: string, name: string): string =>
  join(root, entries, `${name}.${type}`);

/** Returns a string that identifies a complete site. */
type Sign = (root: string) => string;

const signByBytes: Sign = (root) => digest(join(root, 'dist'));
const signByNames: Sign = (root) => [...listBytes(join(root, 'dist')).keys()].join();

/** Counts the files of a site that differ or are missing when it is built in another folder. */
async function countDifferent(peer: Peer, root: string): Promise<string> {
  const expected = [...listBytes(join(root, 'dist'))];
  const conditions: CommandOptions[] = [
    {},
    { env: { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8' } },
    { env: { NODE_OPTIONS: `--import=${clock}`, CLOCK_STARTS: '2028-02-29T12:00:00Z' } },
  ];
  const counts: string[] = [];
  for (const options of conditions) {
    const copy = createProject(peer, createFolder('Zweites Verzeichnis ü'));
    const { code, output } = await build(peer, copy, options);
    const found = listBytes(join(copy, 'dist'));
    const others = expected.filter(([path, bytes]) => found.get(path) !== bytes);
    console.error('  others:', code === 0 ? others.map(([path]) => path).join(' ') : quote(output));
    counts.push(code === 0 ? String(others.length) : 'no site');
    removeFolder(copy);
  }
  return `${counts.join(', ')} of ${expected.length}`;
}

/** Counts the killed builds, spread over their run, that left the site complete. */
async function countWhole(peer: Peer, root: string, sign: Sign, usual: number): Promise<string> {
  const good = sign(root);
  const keep = createFolder('good');
  cpSync(join(root, 'dist'), keep, { recursive: true });
  const { share } = buildChance(1, 0);
  let span = usual;
  let [killed, whole] = [0, 0];
  while (killed < Number(kills)) {
    const moment = (span * (killed + share())) / Number(kills);
    const running = startCommand(root, peer.args, { script: peer.script });
    await wait(moment);
    running.kill();
    const ended = await running.ended;
    const isWhole = sign(root) === good;
    const files = listBytes(join(root, 'dist')).size;
    console.error(
      `  ${Math.round(moment)} ms: ${ended.code ?? 'killed'}, ${files} files, ${isWhole}`,
    );
    if (ended.code === null) killed += 1;
    // It had ended by then, so another one is killed earlier.
    else span = Math.min(span, ended.span);
    if (ended.code === null && isWhole) whole += 1;
    removeFolder(join(root, 'dist'));
    cpSync(keep, join(root, 'dist'), { recursive: true });
  }
  return `${whole} of ${killed}`;
}

/**
 * Counts the pairs of simultaneous builds that left no complete site though one succeeded, and the
 * builds that failed.
 */
async function countWrong(peer: Peer, root: string, sign: Sign, span: number): Promise<string> {
  const good = sign(root);
  let [wrong, failed] = [0, 0];
  for (let index = 0; index < Number(pairs); index += 1) {
    const first = build(peer, root);
    await wait((span * index) / Number(pairs));
    const halves = await Promise.all([first, build(peer, root)]);
    const bad = halves.filter(({ code }) => code !== 0);
    failed += bad.length;
    const isWhole = sign(root) === good;
    if (bad.length < 2 && !isWhole) wrong += 1;
    console.error(`  pair ${index}: whole: ${isWhole}`, ...bad.map(({ output }) => quote(output)));
  }
  return `${wrong} of ${pairs}; ${failed} of ${2 * Number(pairs)}`;
}

/**
 * Counts the mistakes that stop a build when alone, and the files that one build with all mistakes
 * names.
 */
async function countTold(peer: Peer): Promise<string> {
  const addLine = (line: string) => (text: string) => text.replace('\n---\n', `\n${line}\n---\n`);
  const addWords = (words: string) => (text: string) => `${text}\n${words}\n`;
  const mistakes: [name: string, make: (text: string) => string][] = [
    ['type', addLine(peer.wrong)],
    ['spelling', addLine(peer.misspelt)],
    ['title', (text) => text.replace(/^title: .*\n/m, '')],
    ['quote', (text) => text.replace(/^title: /m, 'title: "')],
    ['address', addWords('A [link](/there/is/no/such/page/).')],
    ['picture', addWords('![A picture](./none.png)')],
  ];
  if (peer.formulas) mistakes.push(['formula', addWords(String.raw`A formula $\frac{1}{$ here.`)]);
  const root = createProject(peer);
  const write = (name: string, make = (text: string) => text) => {
    const file = placeEntry(peer, root, `mistake-${name}`);
    writeFileSync(file, make(describe(peer, 'An entry', 'Words.')));
    return file;
  };
  const buildOnce = async (name: string, make?: (text: string) => string): Promise<boolean> => {
    const file = write(name, make);
    const { code } = await build(peer, root);
    removeFolder(file);
    return code === 0;
  };
  if (!(await buildOnce('none'))) throw new Error(`${peer.name} refuses an entry without mistakes`);
  const stopped: string[] = [];
  for (const [name, make] of mistakes) if (!(await buildOnce(name, make))) stopped.push(name);
  for (const [name, make] of mistakes) write(name, make);
  const { output } = await build(peer, root);
  // Astro lists its pages with or without mistakes.
  const report = output.replaceAll(/^.*[├└]─ .*$/gm, '');
  const told = mistakes.map(([name]) => name).filter((name) => report.includes(`mistake-${name}`));
  console.error(`  stopped by ${stopped.join(', ')}; told: ${told.join(', ')}`);
  removeFolder(root);
  return `${stopped.length} of ${mistakes.length}; ${told.length} of ${mistakes.length}`;
}

/** Counts the planted scripts that run when the published files are opened. */
async function countRun(peer: Peer): Promise<string> {
  const drawing = drawings.script ?? '';
  const bodies: Record<string, string> = {
    script: `<script>${plant}</script>`,
    handler: `<img src="x" onerror="${plant}" alt="x" />`,
    link: `[words](javascript:${plant})`,
    drawing: '![A drawing](./planted.svg)',
    public: 'Words.',
  };
  const ran: string[] = [];
  const refused: string[] = [];
  for (const [name, body] of Object.entries(bodies)) {
    const root = createProject(peer);
    writeFileSync(placeEntry(peer, root, 'planted'), describe(peer, 'Planted', body));
    if (name === 'drawing') writeFileSync(join(root, peer.entries, 'planted.svg'), drawing);
    if (name === 'public') {
      mkdirSync(join(root, 'public'), { recursive: true });
      writeFileSync(join(root, 'public/planted-public.svg'), drawing);
    }
    const { code } = await build(peer, root);
    if (code !== 0) refused.push(name);
    else if (await runsAnywhere(join(root, 'dist'))) ran.push(name);
    removeFolder(root);
  }
  console.error(`  ran: ${ran.join(', ')}; refused: ${refused.join(', ')}`);
  return `${ran.length} of ${Object.keys(bodies).length}`;
}

/**
 * Whether the planted script runs in a page or drawing of the planted entry, or would run when its
 * link is followed.
 */
async function runsAnywhere(dist: string): Promise<boolean> {
  const visitor = await openChromium();
  if (visitor === undefined) throw new Error('There is no Chromium to open pages in.');
  const server = await serveRaw(dist);
  const files = globSync(['**/planted/index.html', '**/*planted*.svg'], { cwd: dist });
  if (files.length === 0) throw new Error(`Nothing of the planted entry is published in ${dist}.`);
  let runs = false;
  for (const file of files) {
    const { planted, oddities } = await visitor.visit(server.address + file);
    if (planted || oddities.some((one) => one.includes(`javascript:${plant}`))) runs = true;
  }
  server.close();
  await visitor.close();
  return runs;
}

/** Returns the result for an entry that is a link to a foreign file. */
async function followLink(peer: Peer): Promise<string> {
  const root = createProject(peer);
  const foreign = join(createFolder('foreign'), `secret.${peer.type}`);
  writeFileSync(foreign, describe(peer, 'Foreign', 'CANARY-of-another-file'));
  symlinkSync(foreign, placeEntry(peer, root, 'linked'));
  const { code, output } = await build(peer, root);
  const dist = join(root, 'dist');
  const files = existsSync(dist) ? globSync('**/*.html', { cwd: dist }) : [];
  const isFound = files.some((file) => readFileSync(join(dist, file), 'utf8').includes('CANARY'));
  if (code !== 0) console.error(`  ${quote(output)}`);
  removeFolder(root);
  if (isFound) return 'published';
  return code === 0 ? 'left out' : 'refused';
}

const columns = [
  '',
  'files that are others in another folder, zone, year',
  'killed builds that left the site whole',
  'pairs of builds that left another site; builds of them that failed or were refused',
  'mistakes that stop a build; told by one build',
  'planted scripts that run',
  'an entry linked from elsewhere',
];
console.log(`| ${columns.join(' | ')} |\n|${' --- |'.repeat(columns.length)}`);
for (const peer of findPeers(folder)) {
  console.error(`${peer.name}, at ${new Date().toTimeString()}`);
  const root = createProject(peer);
  const first = await build(peer, root);
  if (first.code !== 0) throw new Error(`${peer.name} does not build: ${first.output}`);
  const before = signByBytes(root);
  const { span } = await build(peer, root);
  // If two builds differ already, a site with the same file names is complete.
  const sign = signByBytes(root) === before ? signByBytes : signByNames;
  console.error(
    `  ${Math.round(span)} ms, ${sign === signByBytes ? 'the same bytes twice' : 'other bytes'}`,
  );
  const figures = [
    await countDifferent(peer, root),
    await countWhole(peer, root, sign, span),
    await countWrong(peer, root, sign, span),
    await countTold(peer),
    await countRun(peer),
    await followLink(peer),
  ];
  console.log(`| ${peer.name} (${peer.version}) | ${figures.join(' | ')} |`);
  removeFolder(root);
}
