import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HtmlElement } from 'html-validate';
import { decode, exampleDocuments, type Document } from '../support/document.ts';

function findPage(path: string): Document {
  const page = exampleDocuments.find((document) => document.path === path);
  assert.ok(page, path);
  return page;
}

const read = (element: HtmlElement | null | undefined): string =>
  decode(element?.textContent ?? '')
    .replace(/\s+/g, ' ')
    .trim();

const entries = ['/research/what-prose-can-do/', '/papers/published-paper/'];

for (const path of entries) {
  const { root } = findPage(path);
  const places = root.querySelectorAll('a.cite');
  const readKey = (place: HtmlElement) => place.getAttributeValue('href')?.replace('#ref-', '');

  test(`works have their numbers on ${path} in the order of appearance, from the fields on`, () => {
    const firstBody = places.findIndex((place) => place.closest('.prose'));
    assert.ok(places.length > 0 && firstBody !== 0, 'no field cites');
    const cited = [...new Set(places.map(readKey))];
    const listed = root.querySelectorAll('.cited > li').map(({ id }) => id?.replace('ref-', ''));
    assert.deepEqual(listed.slice(0, cited.length), cited);
    for (const place of places.filter((one) => one.closest('.cites')))
      assert.equal(/\d+/.exec(read(place))?.[0], String(cited.indexOf(readKey(place)) + 1));
  });

  test(`the list of references on ${path} leads back to every place, in the order of the page`, () => {
    const back = root.querySelectorAll('.cited > li').flatMap((work) => {
      const links = work.querySelectorAll('.backlinks a');
      return links.map((link) => `${work.id} ${link.getAttributeValue('href')}`);
    });
    const expected = places.map((place) => `ref-${readKey(place)} #${place.id}`);
    const keys = [...new Set(places.map(readKey))];
    assert.ok(back.length > 0);
    assert.deepEqual(
      back,
      keys.flatMap((key) => expected.filter((one) => one.startsWith(`ref-${key} `))),
    );
  });
}

test('the Research page names works by author and year, and leads to the list of the entry’s page', () => {
  const { root } = findPage('/');
  assert.deepEqual(root.querySelectorAll('.cite, .cites'), []);
  const links = root
    .querySelectorAll('article p a')
    .filter((link) => link.getAttributeValue('href')?.includes('#ref-'));
  const thread = '/example/research/what-prose-can-do/';
  const paper = '/example/papers/published-paper/';
  const output = '/example/outputs/example-toolkit/';
  assert.deepEqual(
    links.map((link) => `${read(link)} ${link.getAttributeValue('href')}`),
    [
      `Hubinger et al., 2019, §2 ${thread}#ref-hubinger2019`,
      `von Oswald et al., 2023 ${thread}#ref-vonoswald2023`,
      `Garg et al. (2022) ${thread}#ref-garg2022`,
      `von Oswald et al., 2023 ${thread}#ref-vonoswald2023`,
      `Garg et al., 2022, §3 ${paper}#ref-garg2022`,
      `Garg et al., 2022 ${output}#ref-garg2022`,
    ],
  );
  assert.match(
    read(links[0]?.closest('p')),
    /works in brackets \(Hubinger et al\., 2019, §2; von Oswald et al\., 2023\), and one/,
  );
});

test('a description is plain text', () => {
  const { root } = findPage('/papers/published-paper/');
  const description = root.querySelector('meta[name="description"]')?.getAttributeValue('content');
  assert.match(description ?? '', /a citation in its abstract too\.$/);
});
