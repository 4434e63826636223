import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseYaml } from '../../../src/loaders/yaml.ts';

const file = 'content/papers/paper.mdx';

/** Parses the value of a field of a paper. Returns it if there is no fault. */
function read(field: string, yaml: string): unknown {
  const { data, faults } = parseYaml(`${field}: ${yaml}\n`, file);
  assert.deepEqual(faults, [], yaml);
  return (data as Record<string, unknown>)[field];
}

for (const [yaml, text] of [
  [String.raw`"Two lines.\n\nCaf\u00e9 on C:\\data."`, 'Two lines.\n\nCafé on C:\\data.'],
  [String.raw`"\x41\u263A\U0001F600 \"q\" a\/b\ttab"`, 'A☺😀 "q" a/b\ttab'],
  [String.raw`"one\r\ntwo"`, 'one\ntwo'],
  [String.raw`"uno\ne due"`, 'uno\ne due'],
  ['"a \\\n  b\n  c"', 'a b c'],
  ["'it''s'", "it's"],
  ['>-\n  folded\n  text', 'folded text'],
  ['|\n  two\n\n  parts\n', 'two\n\nparts\n'],
  ['|2-\n   kept', ' kept'],
  ['plain\n  over lines', 'plain over lines'],
  ['!!str 5', '5'],
  ['1984', '1984'],
  ['1.10', '1.10'],
  ['0x1F', '0x1F'],
  ['yes', 'yes'],
  ['True', 'True'],
  ['2026-04-09', '2026-04-09'],
  ['text   # and a comment', 'text'],
] as const)
  test(`as a text, ${JSON.stringify(yaml)} is what YAML means`, () =>
    assert.equal(read('title', yaml), text));

for (const yaml of [
  String.raw`"Is $\alpha$ learnt?"`,
  String.raw`"\theta and more"`,
  String.raw`"$\nabla f$"`,
  String.raw`"\text{words}"`,
  String.raw`"snake\_case"`,
  String.raw`"from \u202e here"`,
  String.raw`"a \u0007 bell"`,
  '!!binary aGk=',
  '&anchor text',
])
  test(`${yaml} is a slip`, () =>
    assert.equal(parseYaml(`title: ${yaml}\n`, file).faults[0]?.rule, 'malformed-yaml'));

for (const [field, yaml, value] of [
  ['tags', 'Attention', ['Attention']],
  ['tags', '2024', ['2024']],
  ['tags', '[2024, yes, 1.10]', ['2024', 'yes', '1.10']],
  ['tags', 'a, b', 'a, b'],
  ['links', '{ label: PDF, address: x }', [{ label: 'PDF', address: 'x' }]],
  ['links', 'x', 'x'],
  ['order', '"2"', 2],
  ['order', 'two', 'two'],
  ['venue', '{ year: "2026", acronym: 2026 }', { year: 2026, acronym: '2026' }],
  ['title', '~', null],
] as const)
  test(`${field}: ${yaml} has one reading, or stays as it is`, () =>
    assert.deepEqual(read(field, yaml), value));

test('a word of YAML 1.1 is true or false where a field has only these', () => {
  const words = ['yes', 'No', 'on', 'OFF', 'True', '"false"', 'perhaps'];
  const items = words.map((word) => `{ name: a, background: ${word} }`).join(', ');
  const { data } = parseYaml(`pipeline: { stages: [{ items: [${items}] }] }`, file);
  const { pipeline } = data as { pipeline: { stages: [{ items: { background: unknown }[] }] } };
  assert.deepEqual(
    pipeline.stages[0].items.map(({ background }) => background),
    [true, false, true, false, true, false, 'perhaps'],
  );
});
