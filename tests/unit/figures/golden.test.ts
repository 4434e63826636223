import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '../../../src/cli/project.ts';
import { chooseInitials } from '../../../src/figures/shared/parameter.ts';
import { drawInitial, listFigures, type NamedFigure } from '../../support/figures.ts';
import { scored } from './latency-accuracy/input.ts';

const folder = join(projectFolder, 'tests/fixtures/figures');
const figures = (await listFigures()).flatMap((named) => [named, ...listOthers(named)]);

/** Other drawings of a figure: of other values than the initial ones, or of other data. */
function listOthers(named: NamedFigure): NamedFigure[] {
  if (named.name === 'token-mixing') return [begin(named, 'architecture', 'all')];
  if (named.name === 'prune-heads') return [begin(named, 'heads', 'toy')];
  if (named.name === 'latency-accuracy')
    return [{ ...named, name: 'latency-accuracy-queries', input: scored }];
  return [];
}

/** The figure as it begins where its tag sets a parameter. */
function begin({ figure, ...named }: NamedFigure, parameter: string, value: string): NamedFigure {
  const parameters = chooseInitials(figure.parameters, (name) =>
    name === parameter ? value : undefined,
  );
  return { ...named, name: `${named.name}-${value}`, figure: { ...figure, parameters } };
}

for (const figure of figures) {
  test(`${figure.name} is drawn as it was when it was last looked at`, () => {
    const file = join(folder, `${figure.name}.svg`);
    const drawn = drawInitial(figure);
    if (process.env.GOLDEN === 'write') writeFileSync(file, drawn);
    const fix = `Look at the figure; if it is right, run “GOLDEN=write npm test -- unit”.`;
    assert.ok(existsSync(file), `${file} is not there. ${fix}`);
    assert.equal(drawn, readFileSync(file, 'utf8'), fix);
  });

  test(`${figure.name} is drawn with numbers, and at most two decimals of them`, () => {
    const drawn = drawInitial(figure);
    assert.doesNotMatch(drawn, /NaN|Infinity|undefined/);
    const coordinates = Array.from(drawn.matchAll(/ (?:d|x|y|r|cx|cy)="([^"]*)"/g), String);
    assert.ok(coordinates.length > 10);
    assert.deepEqual(
      coordinates.filter((text) => /\.\d{3}/.test(text)),
      [],
    );
  });
}

test('every figure is kept, and nothing else', () => {
  const kept = globSync('*', { cwd: folder }).toSorted();
  assert.deepEqual(kept, figures.map(({ name }) => `${name}.svg`).toSorted());
});
