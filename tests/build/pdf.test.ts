import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { projectFolder } from '../../src/cli/project.ts';
import { findBrowser } from '../../src/pdf/browser.ts';
import { printSite } from '../../src/pdf/print.ts';
import { exampleBuild, portfolioBuild, rootBuild } from '../support/builds.ts';
import { listElements, readPdf } from '../../src/verify/pdf-reader.ts';

const scratch = mkdtempSync(join(tmpdir(), 'pdf-'));
after(() => rmSync(scratch, { recursive: true }));

const origin = 'https://example.org';

const listPdfs = (folder: string) =>
  globSync('**/*.pdf', { cwd: folder })
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();

test('a formula says in TeX what it is', async () => {
  const file = 'research/what-prose-can-do/what-prose-can-do.pdf';
  const { pages } = await readPdf(join(exampleBuild.folder, file));
  const formulas = pages
    .flatMap(({ structure }) => listElements(structure))
    .filter(({ role }) => role === 'Formula')
    .map(({ alt }) => alt);
  assert.ok(formulas.includes(String.raw`\eta < 2/\lambda_{\max}`), formulas.join('\n'));
});

test('a paper is set in the typefaces of the site alone, whatever machine prints it', async () => {
  for (const file of listPdfs(portfolioBuild.folder)) {
    const { fonts } = await readPdf(join(portfolioBuild.folder, file));
    for (const name of fonts.names) assert.match(name, /^$|\+(Newsreader|GeistMono|KaTeX)/);
  }
});

test('the statement of two threads and papers is one page, and that of more goes on overleaf', async () => {
  const [portfolio, example] = await Promise.all(
    [portfolioBuild, exampleBuild].map(({ folder }) =>
      readPdf(join(folder, 'statement/statement.pdf')),
    ),
  );
  assert.equal(portfolio?.pages.length, 1);
  assert.equal(example?.pages.length, 2);
});

test('what is printed again is the same bytes', async () => {
  const { folder, base } = exampleBuild;
  const again = join(scratch, 'again');
  cpSync(folder, again, { recursive: true });
  const files = listPdfs(folder);
  for (const file of files) rmSync(join(again, file));
  assert.deepEqual((await print({ folder: again, origin, base })).toSorted(), files);
  for (const file of files)
    assert.ok(readFileSync(join(again, file)).equals(readFileSync(join(folder, file))), file);
});

test('a build without PDFs names none', () => {
  assert.deepEqual(listPdfs(rootBuild.folder), []);
  for (const page of rootBuild.pages)
    assert.doesNotMatch(
      readFileSync(join(rootBuild.folder, page.replace(/(^|\/)$/, '$1index.html')), 'utf8'),
      /application\/pdf/,
    );
});

const print = (site: Parameters<typeof printSite>[0]) => printSite(site, findBrowser());

/** Writes a site of one page, which is printed as `/page.pdf`. */
function writeSite(name: string, body: string): string {
  const folder = join(scratch, name);
  mkdirSync(folder);
  const link = '<link rel="alternate" href="/page.pdf" type="application/pdf">';
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title>${link}<h1>Page</h1>${body}`;
  writeFileSync(join(folder, 'index.html'), html);
  return folder;
}

test('the outline has titles as they are read, from right to left as well', async () => {
  const titles = ['שיטה 9: מודלים (ICLR 2026)', 'نتائج 3', 'stop', 'pots', '$x < y$ & “z”'];
  const headings = titles.map(
    (title) => `<h2>${title.replace('&', '&amp;').replace('<', '&lt;')}</h2>`,
  );
  const folder = writeSite('outline', headings.join(''));
  await print({ folder, base: '/' });
  assert.deepEqual((await readPdf(join(folder, 'page.pdf'))).outline, ['Page', ...titles]);
});

const links =
  '<p id="here"><a href="#here">A</a> <a href="/b/">B</a> <a href="https://c.org/">C</a>';

test('the outline has a title once whose bracket reaches into the sheet before', async () => {
  const bracket = '<span style="position: relative; top: -0.5em">[</span>';
  const heading = `<h2 style="break-before: page; margin: 0">A row ${bracket}a, b]</h2>`;
  const folder = writeSite('bracket', heading);
  await print({ folder, base: '/' });
  const { outline } = await readPdf(join(folder, 'page.pdf'));
  assert.deepEqual(outline, ['Page', 'A row [a, b]']);
});

test('while the site has no address, links to its other pages lead nowhere', async () => {
  const folder = writeSite('nowhere', links);
  await print({ folder, base: '/' });
  const pdf = await readPdf(join(folder, 'page.pdf'));
  assert.deepEqual(pdf.links, { addresses: ['https://c.org/'], places: ['here'] });
  assert.doesNotMatch(readFileSync(join(folder, 'page.pdf'), 'latin1'), /localhost|127\.0\.0\.1/);
});

test('once it has one, they lead there', async () => {
  const folder = writeSite('somewhere', links);
  await print({ folder, origin, base: '/' });
  const { addresses } = (await readPdf(join(folder, 'page.pdf'))).links;
  assert.deepEqual(addresses, [`${origin}/b/`, 'https://c.org/']);
});

test('a page that asks for what is not there is not printed', async () => {
  const missing = ['http://site.invalid/missing.png', 'https://elsewhere.org/picture.png'];
  const pictures = missing.map((address) => `<img src="${address}" alt="">`);
  const folder = writeSite('incomplete', pictures.join(''));
  await assert.rejects(print({ folder, base: '/' }), (error: Error) =>
    missing.every((address) => error.message.includes(address)),
  );
});

/** Runs `npm run pdf` on the example into a folder that has a page. Returns the output. */
function runPdf(browser: string) {
  const out = '.cache/test/unprinted';
  const page = join(projectFolder, out, 'page.txt');
  mkdirSync(join(page, '..'), { recursive: true });
  writeFileSync(page, 'as it was');
  const args = ['pdf', '--out', out, '--source', 'examples/showcase'];
  const { status, stderr } = spawnSync(process.execPath, ['src/cli/run.mjs', ...args], {
    cwd: projectFolder,
    env: { ...process.env, CHROMIUM_PATH: browser },
    encoding: 'utf8',
  });
  return { status, stderr, kept: readFileSync(page, 'utf8') };
}

test('without a browser nothing is built, and what there is stays', () => {
  const { status, stderr, kept } = runPdf('/nowhere/chromium');
  assert.equal(status, 1);
  assert.match(stderr, /^CHROMIUM_PATH is “\/nowhere\/chromium”, but there is no such file\.\n$/);
  assert.equal(kept, 'as it was');
});

test('when a page cannot be printed, the last good site stays', () => {
  const { status, stderr, kept } = runPdf(process.execPath);
  assert.equal(status, 1);
  assert.match(stderr, /browserType\.launch: [^]*\.cache\/test\/unprinted\/ is as it was\./);
  assert.equal(kept, 'as it was');
});
