import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect as baseExpect, test, type Page } from '@playwright/test';
import { projectFolder } from '../../src/cli/project.ts';
import { addCode } from '../support/project.ts';

/** A change is compiled before it is visible. */
const expect = baseExpect.configure({ timeout: 30_000 });

const cache = join(projectFolder, '.cache');
const base = join(projectFolder, 'tests/fixtures/faults/base/content');
const thread = 'threads/probe.mdx';

let root: string;
let child: ChildProcess;
let printed: string;

const read = (name: string) => readFileSync(join(root, 'content', name), 'utf8');

/** Saves a content file in place, as some editors do. */
const save = (name: string, text: string) => writeFileSync(join(root, 'content', name), text);

/** Saves it by renaming a new file, as others do. */
const saveByRename = (name: string, text: string) => {
  save(`${name}.new~`, text);
  renameSync(join(root, 'content', `${name}.new~`), join(root, 'content', name));
};

/** Starts `npm run dev` of a project with this content. Returns its address. */
async function start(change: () => void): Promise<string> {
  mkdirSync(cache, { recursive: true });
  root = mkdtempSync(join(cache, 'dev-'));
  addCode(root);
  cpSync(base, join(root, 'content'), { recursive: true });
  change();
  child = spawn(process.execPath, ['src/cli/run.mjs', 'dev'], { cwd: root });
  printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data: Buffer) => (printed += String(data)));
  await expect.poll(() => printed, { timeout: 60_000 }).toContain('The site is at');
  return /The site is at (\S+)/.exec(printed)?.[1] ?? '';
}

test.afterEach(async () => {
  await test.info().attach('What dev printed', { body: printed });
  child.kill('SIGTERM');
  await once(child, 'exit');
  rmSync(root, { recursive: true });
});

const countReports = () => printed.split(' fault in 1 file.').length - 1;
const dialog = (page: Page) => page.getByRole('dialog', { name: /in the content/ });
const mark = (page: Page) => page.getByRole('button', { name: /in the content/ });

test('faults of an entry are shown on its page, counted on others, and vanish when they are fixed', async ({
  page,
}) => {
  let good = '';
  const address = await start(() => {
    good = read(thread);
    save(thread, good.replace('title:', 'titel:'));
  });
  expect(printed).toContain('content/threads/probe.mdx:2:1  unknown-key');

  // The site starts without the entry, whose page shows the report.
  await page.goto(`${address}papers/titan/`);
  await expect(mark(page)).toHaveText('1 fault in the content');
  await expect(dialog(page)).toBeHidden();
  await mark(page).click();
  await expect(dialog(page)).toContainText('unknown-key');
  await page.keyboard.press('Escape');
  await page.goto(`${address}research/probe/`);
  await expect(dialog(page)).toContainText('content/threads/probe.mdx:2:1');
  await expect(dialog(page)).toContainText('nearest');

  const opened = page.waitForRequest(/__open-in-editor/);
  await page.getByRole('button', { name: 'content/threads/probe.mdx:2:1' }).click();
  const file = new URL((await opened).url()).searchParams.get('file');
  expect(file).toBe(`${join(root, 'content', thread)}:2:1`);

  save(thread, good);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Probe/);
  await expect(dialog(page)).toBeHidden();
  await expect(mark(page)).toBeHidden();

  // With a fault in the prose or in the settings, the last page remains, with the report on it.
  save(thread, `${good}\n\nOpen {\n`);
  await expect(dialog(page)).toContainText('malformed-mdx');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Probe/);
  saveByRename(thread, good);
  await expect(dialog(page)).toBeHidden();
  const settings = read('site.yaml');
  save('site.yaml', settings.replace('title:', 'titel:'));
  await expect(dialog(page)).toContainText('content/site.yaml');
  save('site.yaml', settings);
  await expect(dialog(page)).toBeHidden();
});

test('every save is reported, however it is made, and none is read half', async ({ request }) => {
  const address = await start(() => undefined);
  const bib = read('references.bib');
  const broken = bib.replace('title', 'titel');
  for (let count = 1; count <= 3; count++) {
    saveByRename('references.bib', broken);
    await expect.poll(countReports).toBe(count);
    saveByRename('references.bib', bib);
    await expect.poll(() => printed.split('no faults.').length - 1).toBe(count + 1);
  }
  for (let gap = 0; gap <= 50; gap += 10) {
    save('references.bib', '');
    await wait(gap);
    save('references.bib', bib);
    await wait(300);
    expect((await request.get(`${address}references/`)).status(), `${gap} ms`).toBe(200);
  }
  expect(countReports()).toBe(3);
});

test('a site that cannot be shown at all is shown as soon as it can', async ({ page }) => {
  let settings = '';
  const address = await start(() => {
    settings = read('site.yaml');
    save('site.yaml', 'title: [');
  });
  await page.goto(address);
  await expect(dialog(page)).toContainText('content/site.yaml');
  save('site.yaml', settings);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Research', {
    timeout: 60_000,
  });
  await expect(dialog(page)).toBeHidden();
});

test('a file that is made from a page follows the page', async () => {
  const address = await start(() => undefined);
  const read = async () => (await fetch(`${address}research/probe/index.md`)).text();
  await expect.poll(read).toMatch(/^---\ntitle: /);
  save(
    thread,
    readFileSync(join(root, 'content', thread), 'utf8').replace(/^title: .*$/m, 'title: Renamed'),
  );
  await expect.poll(read).toMatch(/^---\ntitle: Renamed\n[^]*\n# Renamed\n/);
});
