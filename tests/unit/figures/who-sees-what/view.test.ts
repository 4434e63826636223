import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Pipeline } from '../../../../src/lib/pipeline.ts';
import { whoSeesWhat } from '../../../../src/figures/who-sees-what/figure.ts';
import { panelWidths, type Drawing } from '../../../../src/figures/shared/interactive-figure.ts';
import { readValues } from '../../../../src/figures/shared/parameter.ts';
import { input, twoForms } from './input.ts';

/** The figure as it is drawn for a party, or at first. */
function draw(party?: string, pipeline = input, width?: number): Drawing {
  const parameters = whoSeesWhat.listParameters?.(pipeline) ?? whoSeesWhat.parameters;
  const values = readValues(parameters, () => party);
  return whoSeesWhat.draw(whoSeesWhat.compute(values, pipeline), values, pipeline, width);
}

test('a variant is chosen as a party is, and its items are drawn', () => {
  const parameters = whoSeesWhat.listParameters?.(twoForms) ?? {};
  assert.deepEqual(Object.keys(parameters), ['party', 'variant']);
  assert.equal(parameters.variant?.label, 'Count');
  assert.equal(parameters.variant.initial, 'In the open');
  assert.deepEqual(parameters.party?.options, { Voter: 'Voter', Counter: 'Counter*' });
  assert.deepEqual(Object.keys(whoSeesWhat.listParameters?.(input) ?? {}), ['party']);
  const drawWith = (variant: string) => {
    const values = { party: 'Counter', variant };
    return whoSeesWhat.draw(whoSeesWhat.compute(values, twoForms), values, twoForms);
  };
  const [open, shut] = [drawWith('In the open'), drawWith('Behind a door')];
  assert.equal(
    open.summary,
    'Count: In the open. Counter* sees 2 of 2: Ballot; Result. An asterisk marks background.',
  );
  assert.equal(
    shut.summary,
    'Count: Behind a door. Counter* sees 1 of 2: Ballot. What never reaches it: Result. ' +
      'An asterisk marks background.',
  );
  const [flow] = open.panels;
  assert.equal(flow?.title, 'What reaches Counter*');
  assert.match(flow.svg, />Counter\*</);
});

test('the table has the items of all variants, whichever is chosen', () => {
  const { table } = draw('Voter', twoForms);
  assert.deepEqual(table, {
    names: 2,
    columns: ['Stage', 'Count', 'Item', 'Voter', 'Counter*'],
    rows: [
      ['Vote', 'any', 'Ballot', 'sees', 'sees'],
      ['Vote', 'In the open', 'Result', 'sees', 'sees'],
      ['Vote', 'Behind a door', 'Result', 'not said', 'never sees'],
    ],
  });
});

const count = (svg: string | undefined, pattern: RegExp) => svg?.match(pattern)?.length ?? 0;

const dot = /<circle class="fill-ink"/g;
const struckRing = /l11 -11"/g;
const dash = /h6"/g;
const arrow = /l5 3\.5l-5 3\.5"/g;
const bar = /m0 -5v10"/g;

test('the parties of the pipeline can be chosen, and one that is none is as at first', () => {
  const { party } = whoSeesWhat.listParameters?.(input) ?? whoSeesWhat.parameters;
  assert.deepEqual(Object.keys(party?.options ?? {}), input.parties);
  assert.equal(party?.initial, 'Verifier');
  assert.deepEqual(draw('Eve'), draw('Verifier'));
  assert.deepEqual(draw(), draw('Verifier'));
});

test('the summary names what reaches the party and what never does', () => {
  assert.equal(
    draw('Verifier').summary,
    'Verifier sees 1 of 3: Statement. What never reaches it: Witness. Of 1 other nothing is said.',
  );
  assert.equal(draw('Archive').summary, 'Archive sees 1 of 3: Hash. Of 2 others nothing is said.');
  const all = { name: 'All', seenBy: ['A'], hiddenFrom: ['B'] };
  const whole = { parties: ['A', 'B'], stages: [{ title: 'Stage', items: [all] }] };
  assert.equal(draw('A', whole).summary, 'A sees 1 of 1: All.');
  assert.equal(draw('B', whole).summary, 'B sees none of 1. What never reaches it: All.');
});

test('the table has each item with each party, and where it is known from if that is said', () => {
  const { table } = draw('Archive');
  assert.deepEqual(table, {
    names: 1,
    columns: ['Stage', 'Item', 'Prover', 'Verifier', 'Archive', 'Known from'],
    rows: [
      ['Proof', 'Witness', 'sees', 'never sees', 'not said', 'Definition'],
      ['Proof', 'Statement', 'sees', 'sees', 'not said', ''],
      ['Record', 'Hash', 'not said', 'not said', 'sees', ''],
    ],
  });
  assert.deepEqual(draw('Prover').table, table);
  const [, record] = input.stages;
  const bare = draw('Prover', { ...input, stages: record ? [record] : [] });
  assert.equal(bare.table.columns.includes('Known from'), false);
});

test('the flow has a sign for each item, and lines from what is said of it', () => {
  for (const [party, seen, hidden, unsaid] of [
    ['Prover', 2, 0, 1],
    ['Verifier', 1, 1, 1],
    ['Archive', 1, 0, 2],
  ] as const) {
    const [flow] = draw(party).panels;
    assert.ok(flow);
    assert.equal(flow.title, `What reaches ${party}`);
    assert.equal(count(flow.svg, dot), seen, party);
    assert.equal(count(flow.svg, arrow), seen, party);
    assert.equal(count(flow.svg, struckRing), hidden, party);
    assert.equal(count(flow.svg, bar), hidden, party);
    assert.equal(count(flow.svg, dash), unsaid, party);
  }
});

test('the matrix has every sign whichever party is chosen, and a key of those that occur', () => {
  for (const party of input.parties) {
    const [, matrix] = draw(party).panels;
    assert.equal(count(matrix?.svg, dot), 4 + 1, party);
    assert.equal(count(matrix?.svg, struckRing), 1 + 1, party);
    assert.equal(count(matrix?.svg, dash), 4 + 1, party);
    assert.equal(count(matrix?.svg, /class="fill-marked"/g), 1, party);
  }
  const all = { name: 'All', seenBy: ['A', 'B'], hiddenFrom: [] };
  const open = { parties: ['A', 'B'], stages: [{ title: 'Stage', items: [all] }] };
  const [, matrix] = draw('A', open).panels;
  assert.equal(count(matrix?.svg, struckRing) + count(matrix?.svg, dash), 0);
});

/** As long and as many as the fields of an entry allow, and longer than a line where they set no limit. */
const long: Pipeline = {
  parties: ['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => letter.repeat(24)),
  stages: Array.from({ length: 12 }, (_, stage) => ({
    title: `Stage ${stage} with a title that is much too long for one line of the picture`,
    summary: 'Pneumonoultramicroscopicsilicovolcanoconiosis '.repeat(3),
    items: [
      { name: `A < b & ${'c'.repeat(60)} ${stage}`, seenBy: ['A'.repeat(24)], hiddenFrom: [] },
    ],
  })),
};

/** The words of a picture, and the room that they take, in units. */
function listTexts(svg: string) {
  return Array.from(
    svg.matchAll(/<text([^>]*) x="([\d.]+)" y="([\d.]+)"([^>]*)>([^<]*)</g),
    ([, , x = '', y = '', rest = '', words = '']) => {
      const width = [...words.replace(/&\w+;/g, '&')].length * 7.2;
      const share = rest.includes('end') ? 1 : rest.includes('middle') ? 0.5 : 0;
      const left = Number(x) - share * width;
      return { words, left, right: left + width, y: Number(y) };
    },
  );
}

test('whatever is written, each text is within its panel and on no other text', () => {
  const panels = Object.values(panelWidths).flatMap((width) => draw(undefined, long, width).panels);
  for (const { svg, width, height } of panels) {
    const texts = listTexts(svg);
    assert.ok(texts.length > 40);
    for (const { words, left, right, y } of texts) {
      assert.ok(left >= 0 && right <= width && y >= 12 && y <= height - 3, words);
    }
    for (const [index, one] of texts.entries())
      for (const other of texts.slice(index + 1)) {
        const isApart =
          Math.abs(one.y - other.y) >= 14 || one.right <= other.left || other.right <= one.left;
        assert.ok(isApart, `${one.words} is on ${other.words}`);
      }
  }
});

test('whatever is written, names end before the columns of the matrix and the line of the party', () => {
  const [flow, matrix] = draw(undefined, long).panels;
  const isName = ({ words }: { words: string }) => /c{10}|title/.test(words);
  for (const [panel, end] of [
    [flow, 440 - 10 - 12],
    [matrix, 440 - 12 - 5 * 28 - 6],
  ] as const) {
    const names = listTexts(panel?.svg ?? '').filter(isName);
    assert.ok(names.length >= 24);
    for (const { words, right } of names) assert.ok(right <= end, words);
  }
});
