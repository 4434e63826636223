import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeNearestWord } from '../../../src/loaders/word-synonyms.ts';
import { paperStatuses, threadStatus } from '../../../src/schema/status.ts';

const forPaper = (word: string) => describeNearestWord(word, paperStatuses).nearest;
const forThread = (word: string) => describeNearestWord(word, threadStatus.options).nearest;

test('a word of other sites leads to the word that means the same here', () => {
  assert.equal(forPaper('arxiv'), 'preprint');
  assert.equal(forPaper('Under Review'), 'submitted');
  assert.equal(forPaper('in-press'), 'accepted');
  assert.equal(forPaper('ongoing'), 'draft');
  assert.equal(forThread('ongoing'), 'active');
  assert.equal(forThread('finished'), 'completed');
});

test('a misspelling is read before a synonym, and a strange word is left', () => {
  assert.equal(forPaper('publishd'), 'published');
  assert.equal(forPaper('constructor'), undefined);
});
