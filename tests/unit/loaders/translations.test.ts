import assert from 'node:assert/strict';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { checkContent } from '../../../src/cli/check.ts';
import { formatUntranslated } from '../../../src/cli/findings-text.ts';
import { listPublishedFiles } from '../../../src/loaders/attachments/list.ts';
import { loadEntryData } from '../../../src/loaders/entry-data.ts';
import { loadLanguage } from '../../../src/loaders/entry-language.ts';
import { formatFields, writeContent, writeEntry, type Fields } from '../../support/sites/files.ts';

const scratch = mkdtempSync(join(tmpdir(), 'translations-'));
after(() => rmSync(scratch, { recursive: true }));

const thread = {
  title: 'Salt',
  started: '2026-01',
  status: 'active',
  accent: 'viridian',
  question: 'Why?',
  approach: 'So.',
  tags: ['Sea'],
  order: 1,
  phases: [
    { title: 'One', summary: 'First.' },
    { title: 'Two', summary: 'Second.' },
  ],
  history: [{ date: '2026-02-01', change: 'phase-begun', note: 'Begun.' }],
  formerly: '/salt/',
};

let count = 0;

/** Writes a site with a thread and a translation of it. */
function write(fields: Fields, { file = 'salt.fr', body = 'Du texte.\n', original = thread } = {}) {
  const root = join(scratch, String((count += 1)));
  const navigation = [{ label: 'Tags', page: '/tags/' }];
  const settings = { title: 'T', eyebrow: 'E', intro: 'I.', language: 'en', navigation };
  writeContent(root, 'site.yaml', formatFields(settings));
  writeContent(root, 'references.bib', '');
  writeEntry(root, 'threads/salt', original, '## One\n\nText.\n');
  writeEntry(root, `threads/${file}`, fields, body);
  return root;
}

const check = async (root: string) => {
  const { faults, notices } = await checkContent(root);
  return { faults, notices: notices.filter(({ file }) => file.includes('.fr.')) };
};

const texts = { title: 'Le sel', question: 'Pourquoi ?' };

test('entries without a translation are listed where others have one, and are no fault', async () => {
  const root = write(texts);
  const list = async () => (await checkContent(root)).untranslated;
  assert.deepEqual(await list(), []);
  writeEntry(root, 'threads/wind', { ...thread, order: 2, formerly: '/wind/' }, 'Text.\n');
  assert.deepEqual(await list(), ['content/threads/wind.mdx']);
  assert.equal(
    formatUntranslated(await list(), false),
    'Without a translation, which others have: 1, listed with --all.',
  );
  assert.match(formatUntranslated(await list(), true), /: 1:\n {2}content\/threads\/wind\.mdx$/);
  // On a site in one language nothing is missing.
  rmSync(join(root, 'content/threads/salt.fr.mdx'));
  assert.deepEqual(await list(), []);
});

test('a translation has the facts of its original, and its own texts alone', async () => {
  const root = write(texts);
  assert.deepEqual(await check(root), { faults: [], notices: [] });
  const { data } = loadEntryData(root, 'content/threads/salt.fr.mdx') as { data: Fields };
  const { title, question, language, started, tags, approach, phases, history } = data;
  assert.deepEqual(
    [title, question, language, started, tags],
    ['Le sel', 'Pourquoi ?', 'fr', '2026-01', ['Sea']],
  );
  // A text that is not translated is left out; a former address leads to one page.
  assert.deepEqual([approach, phases, history, data.formerly], [undefined, [], [], undefined]);
  assert.equal(loadLanguage(root, join(root, 'content/threads/salt.fr.mdx')), 'fr');
});

test('the items of a list are translated in their order', async () => {
  const phases = [
    { title: 'Un', summary: 'D’abord.' },
    { title: 'Deux', summary: 'Ensuite.' },
  ];
  const root = write({ ...texts, phases });
  assert.deepEqual((await check(root)).faults, []);
  const { data } = loadEntryData(root, 'content/threads/salt.fr.mdx') as { data: Fields };
  assert.deepEqual(data.phases, phases);
  const short = await check(write({ ...texts, phases: phases.slice(1) }));
  assert.deepEqual(
    short.faults.map(({ rule, expected }) => [rule, expected]),
    [['bad-translation', '2 items in “phases”, in the order of salt.mdx']],
  );
});

test('notes of versions and changes are translated beside their dates', () => {
  const history = [{ note: 'Début.' }];
  const root = write({ ...texts, history });
  const { data } = loadEntryData(root, 'content/threads/salt.fr.mdx') as { data: Fields };
  assert.deepEqual(data.history, [{ ...thread.history[0], note: 'Début.' }]);
});

test('a fact is stated once: the same is a notice, and another one a mistake', async () => {
  const same = await check(write({ ...texts, status: 'active', language: 'French' }));
  assert.deepEqual(same.faults, []);
  assert.deepEqual(
    same.notices.map(({ rule, fix }) => [rule, fix]),
    [
      ['stated-twice', 'Remove the field here, or correct salt.mdx.'],
      ['stated-twice', 'Remove the field, or rename the file.'],
    ],
  );
  const other = await check(write({ ...texts, status: 'paused', grid: { heading: 'G' } }));
  assert.deepEqual(other.faults.map(({ rule, fix }) => [rule, fix]).slice(0, 2), [
    ['stated-twice', 'Remove the field here, or correct salt.mdx.'],
    ['stated-twice', 'Move the field to salt.mdx.'],
  ]);
});

test('a required text is missing where it is not translated, and a fault of the original is told once', async () => {
  const { faults } = await check(write({ title: 'Le sel' }));
  assert.deepEqual(
    faults.map(({ rule, file, found }) => [rule, file, found]),
    [['missing-field', 'content/threads/salt.fr.mdx', 'no “question”']],
  );
  const { status, ...without } = thread;
  assert.equal(status, 'active');
  const lacking = await check(write(texts, { original: without as typeof thread }));
  assert.deepEqual(
    lacking.faults.map(({ rule, file }) => [rule, file]),
    [['missing-field', 'content/threads/salt.mdx']],
  );
  const broken = await check(write(texts, { original: { ...thread, status: 'activ' } }));
  assert.deepEqual(
    broken.faults.map(({ file }) => file),
    ['content/threads/salt.mdx'],
  );
});

test('the suggested name of a translation has no fault', async () => {
  for (const file of ['salt.french', 'salt.jp', 'saltt.fr', 'salt.cz']) {
    const root = write(texts, { file });
    const { faults } = await check(root);
    assert.deepEqual(
      faults.map(({ rule }) => rule),
      ['bad-translation'],
    );
    const folder = join(root, 'content/threads');
    renameSync(join(folder, `${file}.mdx`), join(folder, faults[0]?.nearest ?? ''));
    assert.deepEqual((await check(root)).faults, []);
  }
});

test('links to a translation and to its parts are checked', async () => {
  const find = async (link: string) => {
    const root = write(texts, { body: '## Un\n\nVoir.\n' });
    writeEntry(root, 'pages/about', { title: 'About' }, `[It](${link}).\n`);
    return (await check(root)).faults.map(({ nearest }) => nearest);
  };
  assert.deepEqual(await find('/research/salt/fr/#un'), []);
  assert.deepEqual(await find('/research/salt/fr/#une'), ['/research/salt/fr/#un']);
  assert.deepEqual(await find('/research/salt/ff/'), ['/research/salt/fr/']);
});

test('a file of a translation is published beside its page, and those of the original once', () => {
  const root = write(texts, { body: '[Données](./salt/sel.csv)\n' });
  writeContent(root, 'threads/salt/sel.csv', 'a\n1\n');
  assert.deepEqual(
    listPublishedFiles(root).map(({ path }) => path),
    ['/research/salt/fr/sel.csv'],
  );
});
