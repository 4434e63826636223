import assert from 'node:assert/strict';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import GithubSlugger from 'github-slugger';
import { checkContent } from '../../src/cli/check.ts';
import { commands } from '../../src/cli/commands.ts';
import { projectFolder } from '../../src/cli/project.ts';
import { formatFaults } from '../../src/lib/fault.ts';

const scratch = mkdtempSync(join(tmpdir(), 'documentation-'));
after(() => rmSync(scratch, { recursive: true }));

const names = ['README.md', ...globSync('docs/*.md', { cwd: projectFolder })].map((name) =>
  name.replaceAll('\\', '/'),
);

function read(name: string): string {
  return readFileSync(join(projectFolder, name), 'utf8');
}

/** Returns a document without its code blocks. */
function readProse(name: string): string {
  return read(name).replace(/^(`{3,}).*\n(?:.*\n)*?\1$/gm, '');
}

function listHeadings(name: string): string[] {
  const slugger = new GithubSlugger();
  return Array.from(readProse(name).matchAll(/^#+ (.+)$/gm), ([, heading = '']) =>
    slugger.slug(heading.replaceAll('`', '')),
  );
}

/** Returns the address of each link and picture, outside code. */
function listLinks(name: string): string[] {
  const text = readProse(name).replace(/`+[^`\n]+`+/g, '');
  return Array.from(text.matchAll(/\]\(([^)\s]+)\)/g), ([, address = '']) => address);
}

test('the README is short', () => {
  assert.ok(Buffer.byteLength(read('README.md')) <= 8_192);
});

test('the README leads to each page of the documentation', () => {
  const links = listLinks('README.md');
  assert.deepEqual(
    names.filter((name) => name !== 'README.md' && !links.includes(name)),
    [],
  );
});

for (const name of names)
  test(`each link of ${name} leads to a file and a heading that exist`, () => {
    const dead = listLinks(name)
      .filter((address) => !/^[a-z]+:/.test(address))
      .filter((address) => {
        const [path = '', heading] = address.split('#');
        const target = path === '' ? name : join(dirname(name), path).replaceAll('\\', '/');
        if (!existsSync(join(projectFolder, target))) return true;
        return heading !== undefined && !listHeadings(target).includes(heading);
      });
    assert.deepEqual(dead, []);
  });

test('no link leads to content/, which its author can delete', () => {
  assert.deepEqual(
    names.filter((name) => listLinks(name).some((address) => /^(\.\.\/)?content\//.test(address))),
    [],
  );
});

for (const name of names)
  test(`each file and each script that ${name} names exists`, () => {
    const code = Array.from(readProse(name).matchAll(/`([^`\n]+)`/g), ([, words = '']) => words);
    const paths = code.filter((words) => /^(src|tests|\.github)\/[\w./-]*$/.test(words));
    assert.deepEqual(
      paths.filter((path) => !existsSync(join(projectFolder, path))),
      [],
    );
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = code.flatMap((words) => /^npm run ([a-z]+)/.exec(words)?.[1] ?? []);
    assert.deepEqual(
      named.filter((script) => !(script in scripts)),
      [],
    );
  });

test('docs/commands.md has each script of package.json', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const own = commands.map(({ name }) => name);
  const others = Object.keys(scripts).filter((name) => !own.includes(name));
  const text = read('docs/commands.md');
  assert.deepEqual(
    others.filter((name) => !text.includes(`\`npm run ${name}\``)),
    [],
  );
});

test('docs/dependencies.md has each package of package.json, and no other', () => {
  const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'];
  const rows = Array.from(
    read('docs/dependencies.md').matchAll(/^\| `([^`]+)` +\|/gm),
    ([, name = '']) => name,
  );
  const packages = kinds.flatMap((kind) => Object.keys(manifest[kind] ?? {}));
  assert.deepEqual(rows.toSorted(), packages.toSorted());
  const overridden = Object.keys(manifest.overrides ?? {});
  const listed = Array.from(
    read('docs/dependencies.md').matchAll(/^- `([^`]+)`/gm),
    ([, name = '']) => name,
  );
  assert.deepEqual(listed, overridden);
});

test('the tests run in the Playwright that prints', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >;
  assert.equal(devDependencies?.['@playwright/test'], dependencies?.playwright);
});

test('what the README tells an author to write is a site without a fault', async () => {
  const text = read('README.md');
  const take = (pattern: RegExp) => pattern.exec(text)?.[1] ?? '';
  // The example links to a thread that other sites lack, and tells its author to change that.
  const thread = take(/```mdx\n(.*?)```/s).replace(/\]\(\/research\/.*?\)/, '](/papers/)');
  const files = {
    'site.yaml': take(/```yaml\n(title: .*?)```/s),
    'threads/induction-heads.mdx': thread,
    'papers/noisy-copies.mdx': take(/```yaml\n(---\n.*?)```/s),
    'references.bib': take(/```bibtex\n(.*?)```/s),
  };
  for (const [name, content] of Object.entries(files)) {
    const path = join(scratch, 'content', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  const { faults, notices } = await checkContent(scratch);
  assert.equal(formatFaults([...faults, ...notices]), '0 faults in 0 files.');
});
