import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  profileNames,
  profileSites,
  readGithub,
  readProfile,
  type ProfileName,
} from '../../../src/lib/profiles.ts';

const written: [name: ProfileName, address: string, texts: string[]][] = [
  [
    'scholar',
    'https://scholar.google.com/citations?user=AdaLovelaceJ',
    ['AdaLovelaceJ', 'scholar.google.de/citations?hl=de&user=AdaLovelaceJ#top'],
  ],
  [
    'semanticScholar',
    'https://www.semanticscholar.org/author/1234567',
    ['1234567', 'https://www.semanticscholar.org/author/A.-Lovelace/1234567'],
  ],
  ['dblp', 'https://dblp.org/pid/12/3456', ['12/3456', 'https://dblp.org/pid/12/3456.html']],
  ['openReview', 'https://openreview.net/profile?id=~Ada_Lovelace1', ['~Ada_Lovelace1']],
  ['huggingFace', 'https://huggingface.co/lovelace', ['lovelace', '@lovelace']],
  [
    'mastodon',
    'https://mastodon.example/@ada',
    ['@ada@mastodon.example', 'ada@mastodon.example', 'https://mastodon.example/@ada/'],
  ],
  ['bluesky', 'https://bsky.app/profile/ada.example.org', ['ada.example.org', '@ada.example.org']],
];

test('a profile is read from its identifier and from its address', () => {
  assert.deepEqual(
    written.map(([name]) => name),
    profileNames,
  );
  for (const [name, address, texts] of written)
    for (const text of [...texts, address, ` ${address} `])
      assert.equal(readProfile(name, text), address, text);
});

test('the example of each profile is one', () => {
  for (const name of profileNames) assert.ok(readProfile(name, profileSites[name].example), name);
});

test('other texts, and addresses of other sites, are no profile', () => {
  for (const name of profileNames)
    for (const text of ['', 'Ada Lovelace', 'https://example.org/?user=AdaLovelaceJ', '@'])
      assert.equal(readProfile(name, text), undefined, `${name}: ${text}`);
});

test('an account of GitHub is read from its address', () => {
  for (const text of ['octocat', '@octocat', 'https://github.com/octocat/', 'github.com/octocat'])
    assert.equal(readGithub(text), 'octocat');
  assert.equal(readGithub('https://github.com/a/b'), 'https://github.com/a/b');
});
