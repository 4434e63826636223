import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatLlmsFull } from '../../../src/metadata/llms.ts';
import { buildView } from '../model/specimen.ts';

test('a footnote has a name of its own among all entries, and code stays as it is', () => {
  const twin = (note: string) => `A note.[^n]\n\n    /[^0-9]+/\n\n[^n]: ${note}\n`;
  const twins = ['One', 'Two'].map((note) => ({ page: `/${note}/`, text: twin(note) }));
  const text = formatLlmsFull(buildView({}, [], []), twins, undefined);
  assert.ok(text.includes('A note.[^1-n]') && text.includes('\n[^1-n]: One'));
  assert.ok(text.includes('A note.[^2-n]') && text.includes('\n[^2-n]: Two'));
  assert.equal(text.split('/[^0-9]+/').length, 3);
});
