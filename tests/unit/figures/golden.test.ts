import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '../../../src/cli/project.ts';
import { chooseInitials } from '../../../src/figures/shared/parameter.ts';
import { drawInitial, listFigures, type NamedFigure } from '../../support/figures.ts';

const folder = join(projectFolder, 'tests/fixtures/figures');
const figures = (await listFigures()).flatMap((named) =>
  named.name === 'token-mixing' ? [named, chooseAll(named)] : [named],
);

/** The figure of the mixers as it begins where its tag asks for all six. */
function chooseAll({ figure, ...named }: NamedFigure): NamedFigure {
  const parameters = chooseInitials(figure.parameters, (name) =>
    name === 'architecture' ? 'all' : undefined,
  );
  return { ...named, name: 'token-mixing-all', figure: { ...figure, parameters } };
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
