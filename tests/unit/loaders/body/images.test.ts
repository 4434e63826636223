import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { checkBody } from '../../../../src/loaders/body/check.ts';
import { checkImageFile } from '../../../../src/loaders/body/images.ts';

const root = mkdtempSync(join(tmpdir(), 'images-'));
after(() => rmSync(root, { recursive: true }));
for (const path of ['figures/curve.png', 'one/e f.png', 'chart.png']) {
  mkdirSync(join(root, 'content/papers', path, '..'), { recursive: true });
  writeFileSync(join(root, 'content/papers', path), 'x');
}

const check = (address: string) =>
  checkImageFile(address, { root, file: 'content/papers/one.mdx' }).map(({ nearest }) => nearest);

test('the nearest address of a picture is one that the check takes', () => {
  for (const [address, nearest] of [
    ['figures/curve.png', './figures/curve.png'],
    ['figures/curves.png', './figures/curve.png'],
    ['chart.png', './chart.png'],
    ['./charts.png', './chart.png'],
    ['./e%20f.png', './one/e%20f.png'],
    ['e%20f.png', './one/e%20f.png'],
    ['./figures/curves.png', './figures/curve.png'],
  ] as const) {
    assert.deepEqual(check(address), [nearest], address);
    assert.deepEqual(check(nearest), [], nearest);
  }
});

const checkText = (text: string) =>
  checkBody(root, 'content/papers/one.mdx', `${text}\n`, {}, {}).faults;

test('the description of a picture in braces is told once, with the line to write', () => {
  const faults = checkText('![](./chart.png){width=50% fig-alt="A [grey] field"}');
  assert.deepEqual(
    faults.map(({ rule, nearest }) => [rule, nearest]),
    [['stray-markup', String.raw`![A \[grey\] field](./chart.png)`]],
  );
  assert.deepEqual(checkText(faults[0]?.nearest ?? ''), []);
});

test('the id of a picture in braces is told once, with the figure to write, and references to it are not', () => {
  for (const [mark, alt] of [
    ['{#fig-curve fig-alt="A line"}', 'A line'],
    ['{#fig:curve}', 'How it ends'],
  ] as const) {
    const faults = checkText(`![How it ends](./chart.png)${mark}\n\nSee @fig-curve.`);
    const figure = `<Figure id="fig-curve" src="./chart.png" alt="${alt}">`;
    assert.deepEqual(
      faults.map(({ rule }) => rule),
      ['stray-markup'],
    );
    assert.ok(faults[0]?.fix.includes(`${figure}, the caption “How it ends” and </Figure>`));
    assert.deepEqual(checkText(`${figure}\n\nHow it ends\n\n</Figure>\n\nSee @fig-curve.`), []);
  }
});

test('a picture without any words has no description, whatever its braces say', () => {
  assert.deepEqual(
    checkText('![](./chart.png){width=50%}').map(({ rule }) => rule),
    ['missing-alt-text', 'stray-markup'],
  );
});

for (const [mark, nearest] of [
  [
    String.raw`![](./chart.png){fig-alt="The word \"loss\" in red"}`,
    '![The word "loss" in red](./chart.png)',
  ],
  ['![](./chart.png){fig-alt="*a_b $c$ #3"}', String.raw`![\*a\_b \$c\$ #3](./chart.png)`],
  ['![](<./one/e f.png>){fig-alt="A"}', '![A](<./one/e f.png>)'],
  ['![](./chart.png "B"){fig-alt="A" width=3}', '![A](./chart.png "B")'],
  ['![A](./chart.png){.wide fig-alt="A"}', '![A](./chart.png)'],
] as const)
  test(`the description in ${mark} is written as it is`, () => {
    const [fault, ...others] = checkText(mark);
    assert.deepEqual(others, []);
    assert.deepEqual([fault?.nearest, fault?.edits?.[0]?.new], [nearest, nearest]);
    assert.deepEqual(checkText(nearest), []);
  });

for (const [mark, figure] of [
  ['![A b](./chart.png "T"){fig-alt="C"}', '<Figure src="./chart.png" alt="C">, the caption “A b”'],
  [
    '![](./chart.png){fig-alt="C" fig-cap="A b"}',
    '<Figure src="./chart.png" alt="C">, the caption “A b”',
  ],
  ['![A](./chart.png){ fig-alt="C" }', '<Figure src="./chart.png" alt="C">, the caption “A”'],
  ['![A](<./one/e f.png>){fig-alt="C"}', '<Figure src="./one/e%20f.png" alt="C">, the caption “A”'],
  ['![](./chart.png){#fig-α}', '<Figure id="fig-name" src="./chart.png" alt="a description">'],
  ['![](./chart.png){#fig-größe}', '<Figure id="fig-groe" src="./chart.png" alt="a description">'],
  ['![A](./chart.png){#tbl-a fig-alt="B #3"}', '<Figure id="fig-a" src="./chart.png" alt="B #3">'],
] as const)
  test(`${mark} is answered with a figure, and not corrected`, () => {
    const [fault, ...others] = checkText(mark);
    assert.deepEqual(others, []);
    assert.deepEqual([fault?.nearest, fault?.edits], [undefined, undefined]);
    assert.ok(fault?.fix.includes(figure), fault?.fix);
    const [tag = ''] = figure.split(',');
    assert.deepEqual(checkText(`${tag}\n\nA\n\n</Figure>`), []);
  });

test('a mark of a picture with other words than its description is not corrected', () => {
  for (const mark of ['title="B"', "fig-link='B'"])
    assert.deepEqual(
      checkText(`![](./chart.png){fig-alt="A" ${mark}}`).map(({ nearest, edits }) => [
        nearest,
        edits,
      ]),
      [['![A](./chart.png)', undefined]],
    );
});
