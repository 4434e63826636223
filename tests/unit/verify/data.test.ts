import assert from 'node:assert/strict';
import { test } from 'node:test';
import { data } from '../../../src/verify/data.ts';
import { listProblems } from './hand-made.ts';
import { writePaper, writeWithout } from './specimen.ts';

const check = (...change: Parameters<typeof writePaper>) =>
  listProblems(data, writePaper(...change));

test('data that is right is let through', async () => {
  assert.deepEqual(await check(), []);
});

/** Changes of the data, and the resulting messages. */
const slips: [old: string, text: string, message: string | RegExp][] = [
  ['"language":"en",', '', /^Its site\.language is not as expected: /],
  [
    '"$schema":"https://example.org/',
    '"$schema":"https://example.org/a/',
    /^Its schema is at https/,
  ],
  ['#end"}]', '#no"}]', /^It links to .*#no, but that page has no id “no”\.$/],
  ['/papers/a/","short"', '/papers/b/","short"', /^It does not list \/papers\/a\/\.$/],
  [
    '/papers/a/","short"',
    '/papers/b/","short"',
    /^It links to .*\/papers\/b\/, but there is no such file\.$/,
  ],
  ['"page":"https://example.org/",', '"page":"https://example.com/",', /on another site\.$/],
  ['"to":"roe"', '"to":"doe"', 'The relation “a cites doe” has no target.'],
  ['"to":"roe"', '"to":"doe"', 'No entry has or cites “roe”.'],
  ['"number":1', '"number":2', 'a cites 2 roe; its page lists 1 roe.'],
  ['"from":"a"', '"from":"b"', 'The relation “b cites roe” is from no entry.'],
  ['"tags":[]', '"tags":[]]', /^It cannot be read: /],
];

for (const [old, text, message] of slips)
  test(`what is wrong with the data is found: ${message}`, async () => {
    const found = (await check('research.json', old, text)).map((one) =>
      one.replace('/research.json ', ''),
    );
    const isFound = (one: string) =>
      typeof message === 'string' ? one === message : message.test(one);
    assert.ok(found.some(isFound), found.join('\n'));
  });

test('data that breaks its schema is told of, and that without one', async () => {
  const file = 'research.schema.json';
  assert.deepEqual(await check(file, '"type":"object"', '"type":"object","required":["a"]'), [
    "/research.json It breaks its schema:  must have required property 'a'.",
  ]);
  assert.deepEqual(await listProblems(data, writeWithout(file)), [
    `/research.json There is no ${file} beside it.`,
  ]);
});
