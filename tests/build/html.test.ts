import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HtmlElement } from 'html-validate';
import {
  decode,
  documents,
  exampleDocuments,
  findPage,
  listFetched,
  researchPage,
  validator,
  type Document,
} from '../support/document.ts';

/** `check` says what is wrong with a page of `site`; no page of the site or the example may have anything. */
function testEveryPage(
  name: string,
  check: (page: Document) => string[] | Promise<string[]>,
): void {
  for (const [which, site] of [
    ['the site', documents],
    ['the example', exampleDocuments],
  ] as const)
    test(`every page of ${which} ${name}`, async () => {
      const faults = await Promise.all(
        site.map(async (page) => (await check(page)).map((fault) => `${page.path} ${fault}`)),
      );
      assert.deepEqual(faults.flat(), []);
    });
}

const read = ({ root }: Document, selector: string, attribute: string): string =>
  root.querySelector(selector)?.getAttributeValue(attribute) ?? '';

async function validate(html: string): Promise<{ rule: string; text: string }[]> {
  const { results } = await validator.validateString(html);
  return results
    .flatMap(({ messages }) => messages)
    .map(({ ruleId, message, selector }) => ({
      rule: ruleId,
      text: `${ruleId}: ${message} (${selector ?? ''})`,
    }));
}

testEveryPage('is valid', async ({ html }) => (await validate(html)).map(({ text }) => text));

testEveryPage('says its language', (page) =>
  /^[a-z]{2}\b/.test(read(page, 'html', 'lang')) ? [] : ['has no language'],
);

const identity = {
  title: ({ root }: Document) => root.querySelector('title')?.textContent ?? '',
  description: (page: Document) => read(page, 'meta[name="description"]', 'content'),
};

for (const [name, get] of Object.entries(identity)) {
  testEveryPage(`has a ${name}`, (page) => (get(page) === '' ? ['has none'] : []));

  // Elsewhere two entries may have one title or one abstract.
  test(`no two pages of the example have the same ${name}`, () => {
    const texts = exampleDocuments.map(get);
    const repeated = texts.filter((text, index) => texts.indexOf(text) !== index);
    assert.deepEqual(repeated, []);
  });
}

testEveryPage('gives its times for machines', ({ root }) =>
  root
    .querySelectorAll('time')
    .filter((time) => !/^\d{4}-\d{2}(-\d{2})?$/.test(time.getAttributeValue('datetime') ?? ''))
    .map(({ textContent }) => `has a time without datetime: ${textContent}`),
);

/** The caption of a table: its own, or that of the figure which it is. */
function readCaption(table: HtmlElement): string | undefined {
  const caption =
    table.querySelector('caption') ?? table.closest('figure')?.querySelector('figcaption');
  return caption?.textContent.trim();
}

testEveryPage('gives its tables a caption', ({ root }) =>
  root
    .querySelectorAll('table')
    .filter((table) => !readCaption(table))
    .map(({ textContent }) => `has a table without caption: ${textContent}`),
);

testEveryPage('has a policy before all that it governs, and no hole in it', ({ html }) => {
  const policies = [...html.matchAll(/<meta http-equiv="content-security-policy"[^>]*>/g)];
  const [policy] = policies;
  if (!policy || policies.length > 1) return [`has ${policies.length} policies`];
  return [
    ...(policy.index < html.search(/<(script|style|link|body)\b/) ? [] : ['has its policy late']),
    ...(policy[0].includes("default-src 'none'") ? [] : ['allows what is not named']),
    ...Array.from(policy[0].matchAll(/'unsafe[\w-]+'|\*|https?:|data:|blob:/g), ([hole]) => hole),
  ];
});

/** Where an entry is read, there is script for what goes beyond reading; elsewhere there is none. */
const scripted = /^\/(research|papers)\/[\w-]+\/$/;

testEveryPage('asks for files of this site alone, and for script only beside an entry', (page) => {
  const { html, root } = page;
  const styled = Array.from(html.matchAll(/url\(["']?([^"')]+)/g), ([, address = '']) => address);
  return [
    ...[...listFetched(page), ...styled].filter((address) => !/^\/(?!\/)/.test(address)),
    ...root
      .querySelectorAll('script[src], link[rel="modulepreload"]')
      .filter(() => !scripted.test(page.path))
      .map(() => 'has a script file'),
    ...Array.from(html.matchAll(/<\w[^>]*\s(on\w+)=/g), ([, name]) => `has the attribute ${name}`),
  ];
});

describe('the Research page', () => {
  const { root } = researchPage;

  test('lists every entry in its first table', () => {
    const entries = documents
      .map(({ path }) => path)
      .filter((path) => /^\/(research|papers)\/./.test(path));
    const links = root.querySelector('main table')?.querySelectorAll('a[href]') ?? [];
    assert.deepEqual(
      links.map((link) => link.getAttributeValue('href')).toSorted(),
      entries.toSorted(),
    );
  });

  test('has its phases as an ordered list', () => {
    const lists = findPage('/', exampleDocuments)
      .root.querySelectorAll('ol')
      .map((list) =>
        list.querySelectorAll('h3, h4, h5').map(({ textContent }) => decode(textContent)),
      );
    assert.deepEqual(
      lists.filter((titles) => titles.length > 0),
      [['Read', 'Copy']],
    );
  });
});

/** Faults that the validator is relied on to find, each in a page that is sound but for it. */
const planted: [rule: string, body: string][] = [
  ['heading-level', '<h1>One</h1><h3>Three</h3>'],
  ['heading-level', '<h1>One</h1><h1>Another</h1>'],
  ['no-dup-id', '<h1 id="one">One</h1><p id="one">Another</p>'],
  ['no-inline-style', '<h1 style="color: red">Red</h1>'],
  ['no-missing-references', '<h1 aria-labelledby="nowhere">One</h1>'],
  ['wcag/h63', '<h1>One</h1><table><tr><th>A</th><th>B</th></tr><tr><td>1</td></tr></table>'],
  ['wcag/h37', '<h1>One</h1><img src="/plate.png">'],
];

for (const [rule, body] of planted)
  test(`the validator finds ${rule} in ${body}`, async () => {
    const found = await validate(
      `<!doctype html><html lang="en"><head><title>Page</title></head><body>${body}</body></html>`,
    );
    assert.ok(found.map((message) => message.rule).includes(rule));
  });
