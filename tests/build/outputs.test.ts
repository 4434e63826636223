import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '../../src/cli/project.ts';
import { findBuild, rootBuild } from '../support/builds.ts';

const { folder, base } = findBuild('biology');
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

/** The forms of one output of each type: at schema.org, in BibTeX, CSL-JSON and RIS. */
const forms: [slug: string, schema: string, bibtex: string, csl: string, ris: string][] = [
  ['walkgraph', 'SoftwareSourceCode', 'software', 'software', 'COMP'],
  ['forty-meadows', 'Dataset', 'dataset', 'dataset', 'DATA'],
  ['pocket-operon', 'SoftwareApplication', 'software', 'software', 'COMP'],
  ['beans', 'PresentationDigitalDocument', 'misc', 'speech', 'SLIDE'],
  ['thousand-genomes-poster', 'PresentationDigitalDocument', 'misc', 'speech', 'SLIDE'],
];

for (const [slug, schema, bibtex, csl, ris] of forms)
  test(`${slug} is cited and described as the ${schema} that it is`, () => {
    const path = `outputs/${slug}`;
    const [, data = ''] =
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(read(`${path}/index.html`)) ??
      [];
    const { '@graph': graph } = JSON.parse(data) as { '@graph': Record<string, string>[] };
    assert.equal(graph.find((node) => node['@id']?.endsWith('#work'))?.['@type'], schema);
    assert.match(read(`${path}/citation.bib`), new RegExp(`^@${bibtex}\\{`));
    const [item] = JSON.parse(read(`${path}/citation.json`)) as { type: string }[];
    assert.equal(item?.type, csl);
    assert.match(read(`${path}/citation.ris`), new RegExp(`^TY {2}- ${ris}\\r?\\n`));
  });

test('the newest version is cited, and all are on the page', () => {
  assert.match(read('outputs/walkgraph/citation.bib'), /version = \{3\.1\.0\}/);
  assert.match(read('outputs/walkgraph/citation.bib'), /doi = \{10\.5555\/zenodo\.2026031\}/);
  const page = read('outputs/walkgraph/index.html');
  for (const version of ['3.1.0', '3.0.0', '2.0.0', '1.0.0']) assert.ok(page.includes(version));
});

test('papers and threads link to their outputs, which alone name them', () => {
  for (const path of ['research/genes-on-the-move', 'papers/velesovich2018walks'])
    assert.ok(read(`${path}/index.html`).includes(`href="${base}outputs/walkgraph/"`), path);
  const others = globSync('examples/biology/content/{threads,papers}/*.mdx', {
    cwd: projectFolder,
  });
  for (const file of others)
    assert.doesNotMatch(readFileSync(join(projectFolder, file), 'utf8'), /^outputs:/m);
});

test('the list has every output once, under its type', () => {
  const rows = [...read('outputs/index.html').matchAll(/<h3[^>]*>\s*<a href="([^"]+)"/g)];
  const files = globSync('examples/biology/content/outputs/*.mdx', { cwd: projectFolder });
  assert.equal(new Set(rows.map(([, address]) => address)).size, files.length);
  assert.equal(rows.length, files.length);
  const headings = [...read('outputs/index.html').matchAll(/<h2[^>]*>\s*([^<]+?)\s*<\/h2>/g)];
  assert.deepEqual(
    headings.map(([, heading]) => heading),
    ['Software', 'Datasets', 'Models', 'Talks', 'Posters'],
  );
});

test('a site without outputs says nothing of them', () => {
  assert.ok(!existsSync(join(rootBuild.folder, 'outputs')));
  const home = readFileSync(join(rootBuild.folder, 'index.html'), 'utf8');
  assert.doesNotMatch(home, /outputs/i);
});
