import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { checkContent } from '../../../src/cli/check.ts';
import { formatNotices, formatPrivateFields, formatUnset } from '../../../src/cli/findings-text.ts';
import { projectFolder } from '../../../src/cli/project.ts';
import { formatFaults } from '../../../src/lib/fault.ts';
import { rules } from '../../../src/lib/rule.ts';
import { elsewhere } from '../../../src/loaders/gaps.ts';
import { siteAuthor } from '../../../src/schema/site-author.ts';
import { seededRandom } from '../../../src/figures/shared/random.ts';
import {
  buildFaultProject,
  faultFixtureNames,
  faultFixtures,
  listRemoved,
  readReport,
} from '../../support/fault-fixtures.ts';
import { addCode } from '../../support/project.ts';

const names = faultFixtureNames;
const scratch = mkdtempSync(join(tmpdir(), 'check-'));
after(() => rmSync(scratch, { recursive: true }));

const buildProject = (name: string) => buildFaultProject(scratch, name);

async function report(root: string): Promise<string> {
  const { faults, notices } = await checkContent(root);
  return [formatFaults(faults), ...(notices.length === 0 ? [] : [formatNotices(notices)])].join(
    '\n\n',
  );
}

for (const name of names)
  test(`the report on ${name} is what the author needs, whole`, async () => {
    assert.equal(await report(buildProject(name)), readReport(name));
  });

test('a report is the same for files with a byte order mark and line ends of Windows', async () => {
  for (const name of names.filter((name) => name !== 'unreadable-text-utf-16')) {
    const root = buildProject(name);
    for (const path of globSync('content/**/*.{mdx,yaml,bib}', { cwd: root })) {
      const bytes = readFileSync(join(root, path), 'latin1').replaceAll('\n', '\r\n');
      writeFileSync(join(root, path), `\xef\xbb\xbf${bytes}`, 'latin1');
    }
    assert.equal(await report(root), readReport(name), name);
  }
});

test('each rule has a fixture, and each fixture is named by a rule that its report has', () => {
  const reported = new Map(
    names.map((name) => [
      name,
      Array.from(readReport(name).matchAll(/^\S+.*:\d+:\d+ {2}(\S+)$/gm), ([, rule = '']) => rule),
    ]),
  );
  const all = new Set([...reported.values()].flat());
  assert.deepEqual([...all].toSorted(), rules.toSorted());
  const misnamed = [...reported].filter(
    ([name, found]) =>
      !['many-faults', 'no-fault'].includes(name) && !found.some((rule) => name.startsWith(rule)),
  );
  assert.deepEqual(misnamed, []);
});

test('a fixture holds nothing but what makes it differ from the base', () => {
  for (const name of names) {
    const folder = join(faultFixtures, name);
    const kinds = ['content', 'expected.txt', 'removed.txt'];
    assert.deepEqual(
      readdirSync(folder).filter((entry) => !kinds.includes(entry)),
      [],
      name,
    );
    for (const path of listRemoved(name))
      assert.ok(existsSync(join(faultFixtures, 'base', path)), name);
    for (const path of globSync('content/**/*.{mdx,yaml,bib}', { cwd: folder })) {
      const original = join(faultFixtures, 'base', path);
      const differs =
        !existsSync(original) || !readFileSync(join(folder, path)).equals(readFileSync(original));
      assert.ok(differs, `${name}/${path}`);
    }
  }
});

test('a data set without a venue passes as an output, and with a venue as a paper', async () => {
  const root = buildProject('wrong-type-paper-dataset');
  const path = join(root, 'content/papers/counts.mdx');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('type:', 'venue: Zenodo\ntype:'));
  assert.equal(await report(root), '0 faults in 0 files.');
  rmSync(path);
  mkdirSync(join(root, 'content/outputs'), { recursive: true });
  writeFileSync(join(root, 'content/outputs/counts.mdx'), text.replace(/status:.*\n/, ''));
  assert.equal(await report(root), '0 faults in 0 files.');
});

test('what is not set is listed, and is no fault', async () => {
  const root = buildProject('no-fault');
  const site = join(root, 'content/site.yaml');
  const author = Object.keys(siteAuthor.unwrap().shape)
    .map((name) => `author.${name}`)
    // One page elsewhere stands for all, and few authors have a second name.
    .filter((name) => ![...elsewhere.slice(0, -1), 'author.otherNames'].includes(name));
  const { unset } = await checkContent(root);
  assert.deepEqual(unset.toSorted(), ['address', ...author, 'license'].toSorted());
  assert.equal(
    formatUnset(['address', 'author.name']),
    'Not set in content/site.yaml, so not linked or shown: ' +
      'address (without it, there are no feeds and no sitemap), author.name.',
  );
  const set = 'address: https://example.org/\nauthor:\n  name: Ada Lovelace\n';
  writeFileSync(site, readFileSync(site, 'utf8') + set);
  assert.deepEqual((await checkContent(root)).unset, [...author.slice(1), 'license']);
  assert.equal(await report(root), '0 faults in 0 files.');
});

test('what of the bibliography is not published is counted, and is no fault', async () => {
  const root = buildProject('no-fault');
  const bib = join(root, 'content/references.bib');
  const text = readFileSync(bib, 'utf8');
  assert.equal((await checkContent(root)).privateFields.size, 0);
  writeFileSync(bib, text.replace(/\n\}/, ',\n  opinion = {x},\n  file = {x}\n}'));
  const site = join(root, 'content/site.yaml');
  writeFileSync(site, `${readFileSync(site, 'utf8')}bibtexPrivate: [Opinion]\n`);
  const { faults, privateFields } = await checkContent(root);
  assert.deepEqual(faults, []);
  assert.deepEqual([...privateFields], Object.entries({ file: 1, opinion: 1 }));
  assert.equal(
    formatPrivateFields(new Map(Object.entries({ file: 12, keywords: 1 }))),
    'Private fields left out of the downloads of works: file (12 entries), keywords (1).',
  );
});

test('nothing is called unused while a fault may hide what cites it', async () => {
  const entry = 'content/threads/probe.mdx';
  const slips: [right: string, wrong: string][] = [
    ['references:', 'referencs:'],
    ['title:', 'title'],
    ['## Setup', '## Setup {'],
    ['---\ntitle', 'title'],
  ];
  for (const [right, wrong] of slips) {
    const root = buildProject('bibtex-unused');
    const text = readFileSync(join(root, entry), 'utf8');
    writeFileSync(join(root, entry), text.replace(right, wrong));
    const { faults, notices } = await checkContent(root);
    assert.notEqual(faults.length, 0, wrong);
    assert.deepEqual(notices, [], wrong);
  }
});

test('a site may have papers or threads alone, no bibliography, or no entry at all', async () => {
  const check = (...removed: string[]) => {
    const root = buildProject('base');
    for (const path of removed) rmSync(join(root, 'content', path), { recursive: true });
    return { root, find: async () => (await checkContent(root)).faults };
  };
  for (const removed of [
    ['papers'],
    ['papers', 'threads'],
    ['papers', 'threads', 'references.bib'],
  ])
    assert.deepEqual(await check(...removed).find(), []);
  // The entries of the base name threads and works.
  const withoutThreads = await check('threads').find();
  assert.deepEqual(
    withoutThreads.map(({ rule, found }) => [rule, found]),
    [['unknown-entry', 'probe']],
  );
  const { root, find } = check('papers', 'references.bib');
  assert.deepEqual(
    (await find()).map(({ rule, found }) => [rule, found]),
    [['unknown-reference', 'garg2022']],
  );
  const thread = join(root, 'content/threads/probe.mdx');
  const text = readFileSync(thread, 'utf8').replace(/^references: .*\n/m, '');
  writeFileSync(thread, text);
  assert.deepEqual(await find(), []);
  // A link to a list of nothing is a fault in the prose, and left out of the navigation.
  writeFileSync(thread, `${text}\nSee [the papers](/papers/).\n`);
  assert.deepEqual(
    (await find()).map(({ rule, found }) => [rule, found]),
    [['unknown-page', '/papers/']],
  );
});

const readme = readFileSync(join(projectFolder, 'README.md'), 'utf8');
const example = 'content/threads/induction-heads.mdx';

function buildExample(change: (entry: string) => string): string {
  const root = mkdtempSync(join(scratch, 'readme-'));
  cpSync(join(projectFolder, 'tests/fixtures/original'), root, { recursive: true });
  const entry = /```mdx\n(.*?)```\n/s.exec(readme)?.[1] ?? '';
  writeFileSync(join(root, example), change(entry));
  return root;
}

test('the example entry of the README has no fault, and nothing to notice', async () => {
  assert.equal(await report(buildExample((entry) => entry)), '0 faults in 0 files.');
});

test('the README shows a report as it is printed', async () => {
  const printed = await report(buildExample((entry) => entry.replace('started', 'strated')));
  const shown = new RegExp(`\`\`\`\n(${example}:.*?)\n\`\`\``, 's').exec(readme)?.[1] ?? '';
  const [beginning = '', end = ''] = shown.split('…');
  assert.ok(shown !== '' && printed.startsWith(beginning) && printed.includes(end), printed);
});

test('damage of any kind is reported with a place, and never ends the check', async () => {
  const root = mkdtempSync(join(scratch, 'damage-'));
  const random = seededRandom(7);
  const signs = [
    '{',
    '}',
    '<',
    '$',
    '"',
    "'",
    ': ',
    '[',
    ']',
    '*',
    '&',
    '\\',
    '\t',
    '\n',
    '#',
    '`',
  ];
  const sources = ['base', 'no-fault'].map((name) => buildProject(name));
  for (const source of sources)
    for (const path of globSync('content/**/*.{mdx,yaml,bib}', { cwd: source })) {
      rmSync(root, { recursive: true });
      cpSync(source, root, { recursive: true });
      const text = readFileSync(join(source, path), 'utf8');
      const lines = text.split('\n');
      const damaged = [
        ...lines.map((_, index) => lines.toSpliced(index, 1).join('\n')),
        ...lines.map((_, index) => lines.slice(0, index).join('\n')),
        ...Array.from({ length: 30 }, () => {
          const at = Math.floor(random.uniform() * text.length);
          const sign = signs[Math.floor(random.uniform() * signs.length)] ?? '';
          return text.slice(0, at) + sign + text.slice(at);
        }),
      ];
      for (const version of damaged) {
        writeFileSync(join(root, path), version);
        const { faults, notices } = await checkContent(root);
        const all = [...faults, ...notices];
        for (const { file, line, column, found } of all) {
          const where = `${file}:${line}:${column} in\n${version}`;
          const height = file === path ? version.split('\n').length : Infinity;
          assert.ok(line >= 1 && line <= height && column >= 1 && found !== '', where);
        }
        const told = new Set(all.map((fault) => formatFaults([fault])));
        assert.equal(told.size, all.length, `told twice: ${formatFaults(all)}\n${version}`);
      }
    }
});

/** Creates a project with the content of a fixture and the code of this one. */
function buildWorkingProject(name: string): string {
  const root = buildProject(name);
  addCode(root);
  return root;
}

test('a command that finds a fault says so, ends with 1 and leaves the last site alone', () => {
  const root = buildWorkingProject('many-faults');
  mkdirSync(join(root, 'dist'));
  writeFileSync(join(root, 'dist/index.html'), 'the last good one');
  for (const command of ['check', 'build', 'start']) {
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      [join(root, 'src/cli/run.mjs'), command],
      { cwd: root, encoding: 'utf8' },
    );
    assert.equal(status, 1, command);
    assert.equal(stdout, '', command);
    assert.ok(stderr.startsWith(readReport('many-faults')), stderr);
  }
  assert.deepEqual(readdirSync(join(root, 'dist')), ['index.html']);
});

test('notices are listed by the check, counted by the other commands, and stop nothing', () => {
  const root = buildWorkingProject('bibtex-unused');
  const run = (...args: string[]) =>
    spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  const check = run(join(root, 'src/cli/run.mjs'), 'check');
  assert.equal(check.status, 0, check.stderr);
  const [, notices = ''] = readReport('bibtex-unused').split('0 faults in 0 files.');
  assert.ok(notices !== '' && check.stdout.trimEnd().endsWith(notices), check.stdout);
  const code =
    "import('./src/cli/check.ts').then((check) => check.checkSnapshot({ root: '.', faults: [] })).then(console.log)";
  const other = run('--eval', code);
  assert.match(other.stdout, /\nNotices: 2, listed by npm run check\.\ntrue\n$/, other.stderr);
  assert.doesNotMatch(other.stdout, /olsson2022/);
});
