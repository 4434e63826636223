import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '../../src/cli/project.ts';
import { anonymousBuild, exampleBuild } from '../support/builds.ts';
import { readPdf } from '../../src/verify/pdf-reader.ts';

const listFiles = (cwd: string) =>
  globSync('**/*.*', { cwd }).map((path) => path.replaceAll('\\', '/'));

const texts = await Promise.all(
  listFiles(anonymousBuild.folder)
    // A compressed copy has the content of its original.
    .filter((file) => !/\.(png|webp|woff2?|ico|br|gz)$|^licences\//.test(file))
    .map(async (file) => ({ file, text: await readWords(join(anonymousBuild.folder, file)) })),
);

/** Reads the words of a file. The compressed bytes of a PDF may spell a name by chance. */
async function readWords(file: string): Promise<string> {
  if (file.endsWith('.pdf')) return JSON.stringify(await readPdf(file));
  return withoutDigests(readFileSync(file, 'utf8'));
}

/** Removes digests, as in policies and file names, and embedded fonts, which may spell a name by chance. */
function withoutDigests(text: string): string {
  return text
    .replace(/(?<=data:font\/woff2;base64,)[\w+/=]+/g, '')
    .replace(/'sha256-[\w+/]{43}='/g, '')
    .replace(/(?<=_astro\/[\w.@-]*)\.[\w-]{8}(?=[._])/g, '');
}

/** Returns the texts of the anonymous example that match a pattern. */
const findTexts = (pattern: RegExp) =>
  texts.flatMap(({ file, text }) => pattern.exec(text)?.[0].concat(` in ${file}`) ?? []);

test('nothing in an anonymous site leads to its author, whose every part is set', () => {
  assert.ok(texts.length > 50);
  assert.deepEqual(
    findTexts(
      /Ada(?!m\b)|Grace|van der Example|0000-0002-1825-0097|@example\.org|example\.org|github|orcid\.org/i,
    ),
    [],
  );
});

test('an anonymous site has all pages, and no feeds, sitemap, canonical links and cards in its heads', () => {
  assert.deepEqual(anonymousBuild.pages, exampleBuild.pages);
  const files = listFiles(anonymousBuild.folder);
  assert.deepEqual(
    files.filter((file) => /feed\.|sitemap/.test(file)),
    [],
  );
  assert.deepEqual(findTexts(/rel="canonical"|og:image|twitter:|atom\+xml/), []);
});

test('where a paper stands is told nowhere, except that it was withdrawn or retracted', () => {
  const page = (slug: string) => texts.find(({ file }) => file === `papers/${slug}/index.html`);
  assert.deepEqual(
    // RIS calls every volume of proceedings CONF.
    findTexts(
      /(?<!^TY {2}- )CONF\b|JEX\b|Conference of Examples|Journal of Examples|Public since|Working Draft/m,
    ),
    [],
  );
  for (const slug of ['published-paper', 'draft-paper'])
    assert.match(page(slug)?.text ?? '', /Status Withheld/);
  assert.match(page('withdrawn-paper')?.text ?? '', /Withdrawn: A Made-Up Paper/);
  assert.match(page('retracted-paper')?.text ?? '', /because the main proof has a gap/);
});

const source = '.cache/test/leaking';
const target = '.cache/test/leaked';
const built = '.cache/build/cache-test-leaked';

const entry = `---
title: A Leak
started: 2026-01
status: active
accent: violet
question: What do @example2020 and [@garg2022; @example2020, §2] say?
references: [example2020]
---

As I wrote [@example2020]; ask ada [at] example.org.

![A picture whose file is named after its author](./ada-example.png)
`;

const ownWork = `
@article{example2020,
  title   = {A Work of My Own},
  author  = {Example, A. and Example, Grace van der},
  journal = {Journal of Works},
  doi     = {10.1000/own},
  year    = {2020}
}
`;

/** Writes the example with an additional entry that identifies the author. */
function writeLeakingSource(): void {
  const content = join(projectFolder, source, 'content');
  rmSync(join(projectFolder, source), { recursive: true, force: true });
  cpSync(join(projectFolder, 'examples/showcase/content'), content, { recursive: true });
  writeFileSync(join(content, 'threads/leak.mdx'), entry);
  // The build merges identical pictures.
  const picture = readFileSync(join(content, 'threads/loss.png'));
  writeFileSync(join(content, 'threads/ada-example.png'), Buffer.concat([picture, Buffer.of(0)]));
  const bib = join(content, 'references.bib');
  writeFileSync(bib, readFileSync(bib, 'utf8') + ownWork);
}

test('a leak stops an anonymous build, is named with its file and place, and the last site stays', () => {
  writeLeakingSource();
  const folder = join(projectFolder, target);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), 'the last good one');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...['src/cli/run.mjs', 'build', '--anonymous', '--allow', 'example'],
      ...['--source', source, '--out', target, '--address', 'https://review.example.net/r/1/'],
    ],
    { cwd: projectFolder, encoding: 'utf8' },
  );
  assert.equal(status, 1, stdout);
  assert.match(stdout, /^Withheld: example2020\.$/m);
  const page = `${built}/research/leak/index.html`;
  assert.match(
    stderr,
    new RegExp(
      `^${page}:\\d+:\\d+  leak\n  found     .*ada \\[at\\] example\\.org.*\n` +
        '  expected  no trace of author\\.email, “ada@example\\.org” \\(content/site\\.yaml:14\\)\n' +
        '  fix       Change it in content/threads/leak\\.mdx:10, where it comes from\\. If it does not identify you, add --allow',
      'm',
    ),
  );
  assert.match(stderr, /_astro\/ada-example\.\S+\.webp, its name\b/);
  assert.match(stderr, /\n\d leaks in \d+ files\.\n\n\.cache\/test\/leaked\/ is as it was; .*\n$/);
  assert.deepEqual(readdirSync(folder), ['index.html']);

  // Only the path of the address is in the site.
  const home = readFileSync(join(projectFolder, built, 'index.html'), 'utf8');
  assert.match(home, / href="\/r\/1\/papers\/"/);
  assert.doesNotMatch(home, /review\.example|rel="canonical"/);

  // The author's own works are cited like others, and papers show their status.
  const html = readFileSync(join(projectFolder, page), 'utf8');
  assert.match(html, /What do <a [^>]*>Anonymous \(2020\)<\/a> and/);
  assert.doesNotMatch(html, /example2020|A Work of My Own|Journal of Works|10\.1000/);
  const bib = join(projectFolder, built, 'research/leak/references.bib');
  assert.match(readFileSync(bib, 'utf8'), /^@misc\{anonymous-1, title = \{Withheld for Blind/);
  const paper = 'papers/published-paper/index.html';
  assert.match(readFileSync(join(projectFolder, built, paper), 'utf8'), /Published in CONF 2026/);
  assert.ok(!existsSync(join(projectFolder, built, 'feed.xml')));
});
