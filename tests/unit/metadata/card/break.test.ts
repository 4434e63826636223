import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitCharacters, splitParts, splitWords } from '../../../../src/metadata/card/break.ts';

test('a line ends after a space, or where necessary after a hyphen in a word', () => {
  assert.deepEqual(splitWords('a mesa-optimizer', 'en'), ['a ', 'mesa-optimizer']);
  assert.deepEqual(splitParts('a mesa-optimizer', 'en'), ['a ', 'mesa-', 'optimizer']);
  assert.deepEqual(splitWords('기계 학습', 'ko'), ['기계 ', '학습']);
});

test('Chinese and Japanese have lines that end between words without spaces', () => {
  assert.deepEqual(splitWords('机器学习的模型', 'zh-Hans'), ['机器', '学习', '的', '模型']);
  assert.deepEqual(splitWords('文脈内学習における注意', 'ja').slice(-2), ['学習における', '注意']);
  assert.deepEqual(splitWords('Transformer-XL与检索', 'zh-Hans'), ['Transformer-XL', '与', '检索']);
});

const titles = [
  ['基于选择性状态空间模型的稠密检索：注意力机制（第二版）、“引号”与《书名》。', 'zh-Hans'],
  ['大型語言模型之「上下文學習」與梯度下降！真的嗎？', 'zh-Hant'],
  ['トランスフォーマーは勾配降下法か？「状態空間」モデルッ、ーとの比較（その２）', 'ja'],
] as const;

for (const [title, language] of titles)
  test(`no line of ${language} begins with a closing mark or ends with an opening one`, () => {
    const words = splitWords(title, language);
    assert.equal(words.join(''), title);
    assert.ok(words.length > 8);
    for (const word of words) {
      assert.doesNotMatch(word, /^[：）、”》。」！？ーッ]/);
      assert.doesNotMatch(word, /[（“《「]$/);
    }
  });

test('a letter and its marks are one character', () => {
  assert.deepEqual(splitCharacters('שָׁל'), ['שָׁ', 'ל']);
});
