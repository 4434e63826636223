import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run, type BuildOptions } from '../../../src/cli/build.ts';
import { UsageError } from '../../../src/cli/command-error.ts';

const mistakes: [options: BuildOptions, message: RegExp][] = [
  [{ address: 'example.org/portfolio' }, /must be whole, .*“example\.org\/portfolio”/],
  [{ address: 'ftp://example.org/' }, /must be whole, .*“ftp:\/\/example\.org\/”/],
  [{ address: 'https://ada:secret@example.org/' }, /must be whole/],
  [{ address: 'https://example.org/a b/?c' }, /must be whole/],
  [{ address: '/a b/' }, /must be whole, .*“\/a b\/”/],
  [{ allow: ['word'] }, /add --anonymous/],
  [{ withoutVenues: true }, /add --anonymous/],
  [{ anonymous: true, out: 'dist' }, /into dist-anonymous or .*, not into “dist”/],
  [{ out: 'dist-anonymous' }, /not into “dist-anonymous”/],
  [{ out: '../elsewhere' }, /not into “\.\.\/elsewhere”/],
];

for (const [options, message] of mistakes)
  test(`a build says what is wrong with ${JSON.stringify(options)}, and builds nothing`, async () => {
    const isUsage = (error: Error) => error instanceof UsageError && message.test(error.message);
    await assert.rejects(run(options), isUsage);
  });
