/** Content that repeats one construct. It must be refused or take time in proportion. */
export const growths: ((times: number) => string)[] = [
  (times) => '\n## Heading\n'.repeat(times),
  (times) =>
    `\n${Array.from({ length: times }, (_, n) => `## Heading ${n}\n\nText.\n`).join('\n')}`,
  (times) => `\n${'- '.repeat(times)}item\n`,
  (times) => `\n${'> '.repeat(times)}quotation\n`,
  (times) => `\n${Array.from({ length: times }, (_, n) => `${' '.repeat(n)}- item`).join('\n')}\n`,
  (times) => `\n${'? '.repeat(times)}key\n`,
  (times) => `\nfield: ${'['.repeat(times)}${']'.repeat(times)}\n`,
  (times) => `\nfield: ${'{a: '.repeat(times)}1${'}'.repeat(times)}\n`,
  (times) => 'letters '.repeat(times),
  (times) => 'x'.repeat(times * 100),
  (times) => '{'.repeat(times),
  (times) => '$x$ '.repeat(times),
  (times) => '$'.repeat(times),
  (times) => '*_'.repeat(times),
  (times) => '['.repeat(times),
  (times) => '![]('.repeat(times),
  (times) => '<sub>'.repeat(times),
  (times) => '`'.repeat(times),
  (times) => '[@garg2022; '.repeat(times),
  (times) => `$${'{'.repeat(times)}x${'}'.repeat(times)}$`,
  (times) => `$${'\\frac{1}{'.repeat(times)}x${'}'.repeat(times)}$`,
  (times) => `[^1]${'\n\n[^1]: Note [^1].'.repeat(times)}`,
  (times) => `\n\n| a |${' b |'.repeat(times)}\n| - |${' - |'.repeat(times)}\n`,
  (times) => `\n@misc{key, title = ${'{'.repeat(times)}A${'}'.repeat(times)}}\n`,
  (times) =>
    `\n${Array.from({ length: times }, (_, n) => `@misc{k${n}, title = {A}}`).join('\n')}\n`,
  // Each string is twice as long as the one before.
  (times) =>
    `\n@string{s0 = "ha"}\n${Array.from(
      { length: Math.min(times, 40) },
      (_, n) => `@string{s${n + 1} = s${n} # s${n}}`,
    ).join('\n')}\n@misc{grown, title = s${Math.min(times, 40)}, author = {A, B}, year = 2020}\n`,
  (times) => ` and A, B`.repeat(times),
  (times) => `\n${Array.from({ length: times }, (_, n) => `a${n}: &a${n} [1]`).join('\n')}\n`,
  (times) => 'a\u0301'.repeat(times),
  (times) => '\u202e'.repeat(times),
];
