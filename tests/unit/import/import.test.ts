import assert from 'node:assert/strict';
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
import { after, test, type TestContext } from 'node:test';
import { checkContent } from '../../../src/cli/check.ts';
import { run } from '../../../src/cli/import.ts';
import { projectFolder } from '../../../src/cli/project.ts';
import { buildPaper, noFacts } from '../../../src/import/paper.ts';
import { venue } from '../../../src/kinds/paper/venue.ts';

const fixtures = join(projectFolder, 'tests/fixtures/import');
const scratch = mkdtempSync(join(tmpdir(), 'import-'));
after(() => rmSync(scratch, { recursive: true }));

let count = 0;

function createTarget(files: Readonly<Record<string, string>> = {}): string {
  const root = join(scratch, String(count++));
  mkdirSync(join(root, 'content'), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(root, file), text);
  return root;
}

/** Imports a site. Returns the printed words. */
async function importSite(
  { mock }: TestContext,
  path: string,
  options: Parameters<typeof run>[0],
): Promise<string> {
  const printed: string[] = [];
  const log = mock.method(console, 'log', (text: string) => printed.push(text));
  assert.equal(await run(options, [path]), 0);
  log.mock.restore();
  return `${printed.join('\n')}\n`;
}

function listFiles(root: string): string[] {
  return globSync('**/*.*', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted();
}

const sites = ['al-folio', 'academicpages', 'hugo-blox', 'quarto', 'astro-scholar', 'bibtex'];

/** Each rule that a check may report: a field or a file that only the author has, or a mark that is listed. */
const left = new Set(['missing-field', 'missing-image', 'missing-alt-text', 'stray-markup']);

for (const site of sites) {
  const source = join(fixtures, site, site === 'bibtex' ? 'works.bib' : 'site');
  const expected = join(fixtures, site, 'expected');

  test(`a site of ${site} becomes the expected files, which have no faults beside the listed ones`, async (context) => {
    const into = createTarget();
    const report = await importSite(context, source, { into, own: true, write: true });
    assert.equal(report, readFileSync(join(fixtures, site, 'report.txt'), 'utf8'));
    assert.deepEqual(listFiles(into), listFiles(expected));
    for (const file of listFiles(expected))
      assert.deepEqual(readFileSync(join(into, file)), readFileSync(join(expected, file)), file);
    const { faults } = await checkContent(into);
    const others = faults.filter(({ rule }) => !left.has(rule) && rule !== 'missing-file');
    assert.deepEqual(others, []);
    for (const { file, rule } of faults)
      assert.ok(report.includes(file) || rule === 'missing-file', file);
  });
}

/** Imports a site that is made of `texts`, and returns the report and the content. */
async function importTexts(context: TestContext, texts: Readonly<Record<string, string>>) {
  const site = createTarget();
  for (const [file, text] of Object.entries(texts)) {
    mkdirSync(join(site, file, '..'), { recursive: true });
    writeFileSync(join(site, file), text);
  }
  const into = createTarget({
    'content/references.bib': '',
    'content/site.yaml':
      'title: Mud\neyebrow: Ongoing\nintro: Of mud.\nlanguage: en\nauthor:\n  name: Ada Reed\n',
  });
  const report = await importSite(context, site, { into, write: true });
  const { faults } = await checkContent(into);
  const read = (file: string) => readFileSync(join(into, 'content', file), 'utf8');
  return { report, read, faults };
}

test('a tag has one spelling, an old address one page, and a page an address that is free', async (context) => {
  const fields = 'publication_types: [article-journal]\npublication: Tides\ndate: 2020-01-01\n';
  const { report, read, faults } = await importTexts(context, {
    'content/publication/reeds/index.md': `---\ntitle: Reeds\nauthors: [Ada Reed, et al.]\ntags: [salt marsh]\n${fields}---\n`,
    'content/publication/silt/index.md': `---\ntitle: Silt\nauthors: [Ada Reed]\ntags: [Salt-Marsh, salt marsh]\n${fields}---\n`,
    'content/post/ebb.md': '---\ntitle: Ebb\n---\nA text.\n',
    'content/post/ebb/index.md': '---\ntitle: Ebb\n---\nAnother text.\n',
    'content/search.md': '---\n---\nWhere to look.\n',
  });
  assert.deepEqual(faults, []);
  assert.match(read('papers/silt.mdx'), /tags:\n {2}- salt marsh\n(?! )/);
  assert.match(report, /reeds\/index\.md:3 {2}et al\.: write the other authors/);
  assert.match(report, /ebb\/index\.md:1 {2}The old address \/post\/ebb\/ leads to another page/);
  assert.match(read('pages/search-page.mdx'), /title: Search page\n/);
});

test('the owner of a newer HugoBlox is the author, and other people are listed', async (context) => {
  const { report, read } = await importTexts(context, {
    'config/_default/hugo.yaml': "title: ''\n",
    'config/_default/params.yaml':
      'hugoblox:\n  identity:\n    name: Dr. Ada Reed\n    description: Of mud.\n',
    'content/authors/ada/_index.md': '---\nname: Ada Reed\ntitle: Student\n---\n',
    'content/authors/bo/_index.md': '---\ntitle: Bo Silt\n---\n',
    'content/courses/hugo-blox/steps.md': '---\ntitle: Steps\n---\n',
    'content/posts/ebb/tide.mp3': 'sound',
    'content/posts/ebb/index.md':
      '---\ntitle: Ebb\n---\n{{% steps %}}\n\n### Wait\n\n{{% /steps %}}\n\n{{< cards >}}\n  {{< card url="/posts/ebb/" title="Ebb" subtitle="of the sea" >}}\n  {{< card title="Flood" >}}\n{{< /cards >}}\n\n{{< audio src="tide.mp3" >}}\n',
    'data/authors/ada.yaml': `is_owner: true
name:
  display: Dr. Ada Reed
  given: Ada
  family: Reed
role: Reader
bio: I wade.
affiliations:
  - name: Mud Institute
    url: ''
links:
  - icon: academicons/google-scholar
    url: https://scholar.google.com/citations?hl=en&user=ABCDEFGHIJKL
  - icon: brands/youtube
    url: https://youtube.com/@ada
interests:
  - Mud
`,
    'assets/media/authors/ada.jpg': 'picture',
  });
  assert.match(
    report,
    /author:\n {4}position: Reader\n {4}affiliation: Mud Institute\n {4}biography: I wade\.\n {4}scholar: .*user=ABCDEFGHIJKL\n/,
  );
  assert.doesNotMatch(report, /name: Dr\.|mastodon|Student/);
  assert.match(report, /data\/authors\/ada\.yaml:\d+ {2}interests: no field/);
  assert.match(
    report,
    /A person: only the name is read.*\n.*\n {4}content\/authors\/bo\/_index\.md:1/,
  );
  assert.match(report, /assets\/media\/authors\/ada\.jpg:1 {2}The photograph/);
  assert.match(report, /courses\/hugo-blox\/steps\.md:1 {2}A text about HugoBlox/);
  assert.match(
    read('pages/ebb.mdx'),
    /## Wait\n\n {2}- \[Ebb\]\(\/ebb\/\): of the sea\n {2}- Flood\n\n\[tide\.mp3\]\(\.\/ebb\/tide\.mp3\)/,
  );
});

test('a site of Astro Scholar has its works, projects and people in src/data/', async (context) => {
  const works =
    '@article{reed2020,\n  title = {Ebb},\n  author = {Reed, Ada},\n  year = {2020},\n}\n';
  const projects = [
    {
      id: 'silt',
      title: 'Silt',
      description: 'Of silt.',
      year: 2021,
      status: 'Completed',
      period: '2021',
    },
    {
      id: 'reeds',
      title: 'Réeds',
      year: '2022–2024',
      status: 'ongoing',
      link: 'https://example.org/reeds',
    },
    { id: 'sand', title: 'Sand', year: 'soon' },
  ];
  const people = [{ id: 'ada', name: 'Ada Reed', github: 'https://github.com/ada-reed' }];
  const texts = {
    'astro.config.mjs':
      "export default defineConfig({ site: process.env.SITE || 'https://reed.example.org', base: '/mud' });\n",
    'src/consts.ts':
      "export const SITE_TITLE = 'Mud';\nexport const LINKS = [{ label: 'Scholar', href: 'https://scholar.example.org/' }];\n",
    'src/content/blog/tide.md': '---\ntitle: Tide\n---\nA text.\n',
    'src/data/publications.bib': works,
    'src/data/reading.bib': works.replace('reed2020', 'smith2010').replace('Ada', 'Bob'),
    'src/data/projects.json': JSON.stringify(projects, null, 2).replace('é', '\\u00e9'),
    'src/data/authors.json': JSON.stringify(people),
  };
  const { report, read } = await importTexts(context, texts);
  assert.match(read('papers/reed2020.mdx'), /title: Ebb\n/);
  assert.match(read('threads/silt.mdx'), /started: 2021\nstatus: completed\n/);
  assert.match(
    read('threads/reeds.mdx'),
    /started: 2022\nended: 2024\nstatus: active\n[^]*https:\/\/example\.org\/reeds/,
  );
  assert.match(read('references.bib'), /smith2010/);
  assert.match(report, /projects\.json:19 {2}year: no field of this site takes it/);
  assert.match(report, /address: https:\/\/reed\.example\.org\/mud\/\n/);
  assert.match(report, /github: ada-reed\n/);
  assert.match(report, /projects\.json:4 {2}period: no field of this site takes it/);
  assert.match(report, /authors\.json:1 {2}A list of people/);
});

test('the first page of a folder of publications is a page, and its links lose their attributes', async (context) => {
  const { read, faults } = await importTexts(context, {
    '_quarto.yml': 'project:\n  type: website\n',
    'publications/index.qmd':
      '---\ntitle: Publications\n---\n\n## [Reeds](https://example.org/a){target="_blank"}\n',
  });
  assert.deepEqual(faults, []);
  assert.match(read('pages/publications.mdx'), /## \[Reeds\]\(https:\/\/example\.org\/a\)\n/);
});

const alFolio = join(fixtures, 'al-folio/site');

test('without --write nothing is written, and the same files are shown', async (context) => {
  const into = createTarget();
  const report = await importSite(context, alFolio, { into });
  assert.deepEqual(listFiles(into), []);
  const written = readFileSync(join(fixtures, 'al-folio/report.txt'), 'utf8');
  assert.equal(
    report,
    `${written.replace('Written:', 'To be written:')}\nNothing was written. The same command with --write writes these files.\n`,
  );
});

test('no existing file is replaced, and the list of references only grows', async (context) => {
  const bib = '@book{old, title = {Old}, author = {Doe, Jane}, publisher = {X}, year = {1990}}\n';
  const site = 'title: Mud\nauthor:\n  name: Mira J. Aldane\n';
  const into = createTarget({ 'content/site.yaml': site, 'content/references.bib': bib });
  mkdirSync(join(into, 'content/pages'));
  writeFileSync(join(into, 'content/pages/kites.mdx'), 'mine');
  const report = await importSite(context, alFolio, { into, write: true });
  assert.match(
    report,
    /name:\n {2}content\/pages\/kites\.mdx {2}from _posts\/2023-04-02-kites\.md\n/,
  );
  assert.match(
    report,
    /site\.yaml:\n {2}title: Mira J\. Aldane\n[^]* {2}author:\n {4}github: mira-aldane\n/,
  );
  const read = (file: string) => readFileSync(join(into, 'content', file), 'utf8');
  assert.equal(read('pages/kites.mdx'), 'mine');
  assert.equal(read('site.yaml'), site);
  const expected = readFileSync(join(fixtures, 'al-folio/expected/content/references.bib'), 'utf8');
  assert.equal(read('references.bib'), `${bib}\n${expected}`);
});

test('a second import writes nothing', async (context) => {
  const into = createTarget();
  await importSite(context, alFolio, { into, write: true });
  const copy = createTarget();
  cpSync(into, copy, { recursive: true });
  const report = await importSite(context, alFolio, { into, write: true });
  assert.doesNotMatch(report, /^Written:/m);
  for (const file of listFiles(copy))
    assert.deepEqual(readFileSync(join(into, file)), readFileSync(join(copy, file)), file);
});

test('a work with the key of another is listed', async (context) => {
  const bib =
    '@book{carrow1998, title = {Other}, author = {Doe, J.}, publisher = {X}, year = {1}}\n';
  const into = createTarget({ 'content/references.bib': bib });
  const report = await importSite(context, alFolio, { into });
  assert.match(
    report,
    /reading\.bib:1 {2}carrow1998: references\.bib has another work with this key/,
  );
});

test('without --own, the works of a .bib file are references', async (context) => {
  const into = createTarget();
  await importSite(context, join(fixtures, 'bibtex/works.bib'), { into, write: true });
  assert.deepEqual(listFiles(into), ['content/references.bib']);
});

test('a folder of no known program is refused', async () => {
  const folder = createTarget();
  await assert.rejects(run({}, [folder]), /is no site of al-folio/);
  await assert.rejects(run({}, [join(folder, 'none')]), /There is no folder or file/);
});

test('the kind of an imported venue is the one of the old site, whatever its name says', () => {
  for (const name of ['Journal Club', 'Meeting of Examples', 'Workshop on Examples', 'arXiv'])
    for (const kind of ['conference', 'workshop', 'journal', 'preprint-server']) {
      const paper = buildPaper({
        ...noFacts,
        venue: { name, acronym: '', year: undefined, kind },
      });
      assert.equal(venue.parse(paper.venue).kind, kind, name);
    }
});
