import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitText } from '../../../src/loaders/entry-file.ts';

test('three hyphens or three dots end the front matter', () => {
  for (const end of ['---', '...', '... ']) {
    const text = `---\ntitle: One\n${end}\n\nWords.\n...\n---\n`;
    const { fields, body } = splitText(text) ?? { fields: '', body: '' };
    assert.equal(fields.trim(), 'title: One');
    assert.equal(body.trim(), 'Words.\n...\n---');
    assert.equal(body.length, text.length);
  }
});
