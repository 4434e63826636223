import { join } from 'node:path';
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores([
    'dist/',
    'dist-anonymous/',
    '.astro/',
    '.cache/',
    'test-results/',
    'tests/fixtures/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  astro.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: join(import.meta.dirname, '..') },
    },
    rules: {
      // Functions are handed on by destructuring here, and none of them uses `this`.
      '@typescript-eslint/unbound-method': 'off',
      // The letters of a string are its code points here; no emoji is taken apart.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An empty string is as good as none.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {
              from: 'package',
              name: ['after', 'before', 'describe', 'test'],
              package: 'node:test',
            },
          ],
        },
      ],
    },
  },
);
