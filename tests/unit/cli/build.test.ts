import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../../../src/cli/build.ts';

for (const [args, message] of [
  [['--address', 'example.org/portfolio'], /An address is wanted, .*“example\.org\/portfolio”/],
  [['--address', 'ftp://example.org/'], /An address is wanted, .*“ftp:\/\/example\.org\/”/],
  [['--allow', 'word'], /add --anonymous/],
  [['--without-venues'], /add --anonymous/],
  [['--anonymous', '--out', 'dist'], /into dist-anonymous or .*, not into “dist”/],
  [['--out', 'dist-anonymous'], /not into “dist-anonymous”/],
  [['--out', '../elsewhere'], /not into “\.\.\/elsewhere”/],
] as const)
  test(`a build says what is wrong with ${args.join(' ')}, and builds nothing`, async (context) => {
    const print = context.mock.method(console, 'error', () => undefined);
    assert.equal(await run([...args]), 1);
    assert.match(String(print.mock.calls[0]?.arguments), message);
  });
