import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from '../../src/cli/project.ts';

interface Rule {
  /** The folders and files of `src/` that a module may import, beside its own folder. */
  from: string[];
  /** Those from which it may import only types. */
  types?: string[];
  /** The packages that it may import. */
  packages: RegExp;
}

const none = /^$/;
const notAstro = /^(?!astro:|astro$)/;
const pure = /^(?!node:|astro)/;

/** The allowed imports. The longest name that is a prefix of a module's path is its row. */
const rules: Record<string, Rule> = {
  'lib/': { from: [], packages: pure },
  // A figure states its own tag, of which the schema is built.
  // The site's own words in each language, which know nothing else.
  'words/': { from: [], packages: none },
  'schema/': {
    from: ['figures/registry.ts', 'lib/'],
    types: ['figures/shared/'],
    packages: /^astro\/zod$/,
  },
  // The facts of each kind of entry.
  'kinds/registry.ts': { from: ['kinds/', 'schema/'], packages: /^astro\/zod$/ },
  // Results of earlier builds.
  'cache/': { from: [], packages: /^node:/ },
  'bibliography/': { from: ['lib/', 'words/'], packages: pure },
  // A figure that takes data states how it is parsed.
  'loaders/': {
    from: [
      'cache/',
      'bibliography/',
      'schema/',
      'kinds/registry.ts',
      'figures/registry.ts',
      'lib/',
    ],
    types: ['figures/shared/'],
    packages: notAstro,
  },
  // The build publishes drawings as they were checked.
  'loaders/images/published.ts': {
    from: ['loaders/images/', 'lib/'],
    packages: /^(node:|astro$|vite$)/,
  },
  // Reads the sites of other programs.
  'import/': {
    from: [
      'loaders/',
      'bibliography/',
      'schema/',
      'kinds/registry.ts',
      'model/page-address.ts',
      'lib/',
    ],
    packages: /^(node:|yaml$)/,
  },
  // Runs within the build of Astro, and keeps its results.
  'loaders/images/service.ts': {
    from: ['cache/', 'loaders/images/scale.ts'],
    packages: /^(astro$|astro\/assets\/services\/sharp$)/,
  },
  'anonymity/': {
    from: ['loaders/', 'bibliography/', 'lib/'],
    packages: /^(node:|yaml$|sharp$|tldts$|character-entities$|pdfjs-dist\/)/,
  },
  'markdown/': {
    from: ['cache/', 'bibliography/', 'figures/registry.ts', 'lib/', 'words/'],
    packages: notAstro,
  },
  'model/': {
    from: ['schema/', 'kinds/registry.ts', 'kinds/views.ts', 'bibliography/', 'lib/', 'words/'],
    packages: none,
  },
  // A kind of entry in one room: its fields, its view, its forms and its components.
  'kinds/': {
    from: [
      'schema/',
      'bibliography/',
      'model/',
      'metadata/',
      'figures/',
      'components/',
      'styles/',
      'lib/',
      'words/',
    ],
    packages: /^(astro\/zod|schema-dts$|spdx-license-ids\/)/,
  },
  // The published part of the bibliography is decided where it is parsed.
  'model/source.ts': {
    from: ['model/', 'kinds/registry.ts', 'bibliography/private-fields.ts'],
    types: ['bibliography/', 'lib/'],
    packages:
      /^(astro(:(assets|content)|\/runtime\/server\/index\.js)?|#content\/references\.bib)$/,
  },
  'metadata/headers.ts': {
    from: ['metadata/', 'hosting/rules.ts'],
    types: ['model/'],
    packages: none,
  },
  'metadata/search-index.ts': { from: ['lib/'], packages: /^(node:crypto|minisearch)$/ },
  'metadata/': {
    from: ['bibliography/', 'kinds/registry.ts', 'kinds/forms.ts', 'lib/', 'words/'],
    types: ['model/'],
    packages: /^(node:|astro$|[hx]ast|schema-dts$|yaml$)/,
  },
  // Published data has schemas, like the content, and the same words.
  'metadata/research/': {
    from: ['metadata/', 'kinds/', 'bibliography/', 'schema/', 'lib/'],
    types: ['model/'],
    packages: /^astro\/zod$/,
  },
  'metadata/citation-file.ts': {
    from: ['bibliography/', 'kinds/forms.ts', 'lib/'],
    types: ['model/'],
    packages: /^yaml$/,
  },
  // A card is a drawing: it shows figures, and the type and the colours of the site.
  'metadata/card/': {
    from: ['kinds/forms.ts', 'metadata/palette.ts', 'figures/', 'lib/', 'words/'],
    types: ['model/'],
    packages: /^(harfbuzzjs|bidi-js)$/,
  },
  'metadata/card/script-fonts.ts': { from: ['metadata/card/'], packages: /^(node:|harfbuzzjs$)/ },
  'metadata/card/site-faces.ts': { from: ['metadata/card/'], packages: /^node:/ },
  'metadata/card/image.ts': {
    from: ['metadata/card/', 'metadata/png-image.ts', 'metadata/palette.ts'],
    packages: /^node:/,
  },
  'metadata/png.ts': { from: [], packages: /^node:zlib$/ },
  'metadata/png-image.ts': { from: [], packages: /^sharp$/ },
  'metadata/site-palette.ts': { from: ['styles/theme.css'], packages: none },
  'figures/': { from: ['lib/', 'words/'], packages: /^(d3-array|csv-parse\/sync)$/ },
  'components/': {
    from: ['figures/', 'client/', 'styles/', 'lib/', 'words/'],
    types: ['model/', 'bibliography/', 'schema/'],
    packages: none,
  },
  // References look the same in prose and in lists.
  'components/reference/Runs.astro': {
    from: ['bibliography/run-elements.ts'],
    types: ['bibliography/'],
    packages: /^hast-util-to-html$/,
  },
  // The data that pages hand to their components.
  'env.d.ts': { from: ['words/'], packages: none },
  'layouts/': {
    from: ['metadata/', 'components/', 'styles/', 'client/', 'fonts/', 'words/'],
    types: ['model/'],
    packages: /\.css$/,
  },
  'pages/': {
    from: ['kinds/', 'model/', 'metadata/', 'layouts/', 'components/', 'words/'],
    packages: /^astro(:content)?$/,
  },
  // Files made from finished pages and their data.
  'published/': {
    from: [
      'cache/',
      'schema/',
      'kinds/',
      'loaders/',
      'bibliography/',
      'model/',
      'metadata/',
      'figures/shared/',
      'figures/posters.ts',
      'lib/',
      'words/',
    ],
    packages: /^(node:|[hm](ast|dast)|astro(\/zod)?$|postcss$|yaml$|xast)/,
  },
  // How hosts send the finished site, and a server of it for its author.
  'hosting/': { from: ['cache/', 'lib/'], packages: /^(node:|@fastify\/send$)/ },
  // Prints the finished site. It knows pages alone.
  'pdf/': { from: [], packages: /^(node:|playwright$|@cantoo\/pdf-lib$)/ },
  'client/': { from: ['lib/', 'words/'], packages: none },
  'client/figure/': { from: ['client/words.ts', 'figures/', 'lib/'], packages: none },
  'client/search-engine.ts': { from: ['lib/'], packages: /^minisearch$/ },
  // Checks the finished site against its content.
  'verify/': {
    from: [
      'loaders/',
      'bibliography/',
      'hosting/',
      'pdf/',
      'model/address.ts',
      'kinds/registry.ts',
      'metadata/research/schema.ts',
      'lib/',
      'words/',
    ],
    packages: notAstro,
  },
  'cli/verify.ts': { from: ['cli/', 'verify/', 'loaders/'], packages: none },
  'cli/test.ts': { from: ['cli/', '../tests/support/sites.ts'], packages: /^node:/ },
  // Only the pure parts of the model: commands run without Vite.
  'cli/': {
    from: [
      'schema/',
      'kinds/registry.ts',
      'loaders/',
      'bibliography/',
      'anonymity/',
      'import/',
      'hosting/',
      'pdf/',
      'cache/',
      'astro-config.ts',
      'figures/registry.ts',
      'model/graph.ts',
      'model/relations.ts',
      'model/address.ts',
      'lib/',
    ],
    types: ['client/fault-overlay.ts'],
    packages: /^(?!astro:)/,
  },
  // The check loads the typefaces of cards only for letters that are rare.
  'cli/card-letters.ts': {
    from: ['metadata/card/', 'lib/'],
    packages: none,
  },
  // The benchmark measures all figures, with the made-up inputs of the tests.
  'cli/bench.ts': {
    from: ['cli/', 'figures/shared/', '../tests/support/figures.ts'],
    packages: /^(node:util|d3-array)$/,
  },
  'cli/train.ts': {
    from: ['cli/', 'figures/trained-layer/', 'figures/patched-transformer/'],
    packages: /^node:/,
  },
  // Attacks on the site are not part of it.
  'cli/promises.ts': { from: ['../tests/promises/run.ts'], packages: none },
  'cli/growth.ts': {
    from: ['cli/', 'lib/', '../tests/support/growth/'],
    packages: /^(node:|d3-array)/,
  },
  'cli/build-bench.ts': {
    from: ['cli/', '../tests/support/growth/'],
    packages: /^node:/,
  },
  'cli/cost.ts': { from: ['figures/shared/parameter.ts'], packages: none },
  // Node imports the collections, without Vite.
  'content.config.ts': { from: ['collections.ts'], packages: none },
  'collections.ts': {
    from: ['loaders/', 'kinds/registry.ts', 'schema/'],
    packages: /^astro\/content\/config$/,
  },
  'astro-config.ts': {
    from: [
      'cache/',
      'loaders/attachments/list.ts',
      'loaders/bibliography-file.ts',
      'loaders/entry-files.ts',
      'loaders/entry-language.ts',
      'loaders/images/published.ts',
      'loaders/macros.ts',
      'loaders/named-entry.ts',
      'loaders/site-address.ts',
      'markdown/',
      'metadata/licences.ts',
      'model/cross-reference.ts',
      'published/integration.ts',
      'words/',
    ],
    packages: /./,
  },
  '../astro.config.mjs': { from: ['astro-config.ts'], packages: none },
};

interface Import {
  name: string;
  typesOnly: boolean;
}

/** Returns every import of a module, static or dynamic, and every re-export. */
function listImports(code: string): Import[] {
  const statements = code.matchAll(
    /^\s*(?:import|export)\s+(type\s)?(?:([^'";()]*?)\sfrom\s+)?['"]([^'"]+)['"]/gm,
  );
  const calls = code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g);
  return [
    ...Array.from(statements, ([, type, names = '', name = '']) => ({
      name: name.replace(/\?(raw|url|inline|worker&url)$/, ''),
      typesOnly: type !== undefined || /^{(\s*type\s[^,]+,?)+\s*}$/.test(names.trim()),
    })),
    ...Array.from(calls, ([, name = '']) => ({ name, typesOnly: false })),
  ];
}

/** Returns the imports of the module at `path`, relative to `src/`, that its row does not allow. */
function findForbidden(path: string, code: string): string[] {
  const [row] = Object.entries(rules)
    .filter(([name]) => path.startsWith(name))
    .toSorted(([a], [b]) => b.length - a.length);
  if (row === undefined) return [`${path} is in no row of the table`];
  const [name, { from, types = [], packages }] = row;
  const ownFolder = /^\w.*\//.exec(name)?.[0] ?? '';
  const isAllowed = ({ name, typesOnly }: Import): boolean => {
    if (!name.startsWith('.')) return packages.test(name);
    const target = posix.relative('src', posix.join('src', posix.dirname(path), name));
    const allowed = [...from, ...(typesOnly ? types : []), ...(ownFolder ? [ownFolder] : [])];
    return allowed.some((start) => target.startsWith(start));
  };
  return listImports(code)
    .filter((one) => !isAllowed(one))
    .map(({ name, typesOnly }) => `${path} imports ${typesOnly ? 'types of ' : ''}${name}`);
}

const source = `${projectFolder}/src`;
const modules = globSync('**/*.{ts,tsx,mjs,astro,mdx}', { cwd: source })
  .map((path) => path.replaceAll('\\', '/'))
  .concat('../astro.config.mjs')
  .map((path) => ({ path, code: readFileSync(`${source}/${path}`, 'utf8') }));

test('no module imports what its folder may not', () => {
  assert.deepEqual(
    modules.flatMap(({ path, code }) => findForbidden(path, code)),
    [],
  );
});

const forbidden: [path: string, code: string][] = [
  ['lib/slug.ts', "import { thread } from '../schema/thread.ts';"],
  ['lib/slug.ts', "import { readFile } from 'node:fs';"],
  ['kinds/thread/schema.ts', "import { reference } from 'astro:content';"],
  ['loaders/content.ts', "export * from '../model/graph.ts';"],
  ['model/graph.ts', "import { getCollection } from 'astro:content';"],
  ['figures/contours/core.ts', "const { tags } = await import('../../model/site.ts');"],
  ['metadata/card/image.ts', "import { formatUrl } from '../subject.ts';"],
  ['components/tag/TagList.astro', "---\nimport { loadSite } from '../../model/source.ts';\n---"],
  ['components/site/Hero.astro', "<script>\n  import '../../metadata/head.ts';\n</script>"],
  ['pages/index.astro', "import {\n  formatProse,\n} from '../lib/typography.ts';"],
  ['../astro.config.mjs', "import { loadSite } from './src/model/source.ts';"],
  ['elsewhere/module.ts', ''],
];

for (const [path, code] of forbidden)
  test(`what ${path} may not do is found: ${code.replace(/\s+/g, ' ')}`, () => {
    assert.equal(findForbidden(path, code).length, 1);
  });

test('an import of types alone is told from one of values', () => {
  const allowed = "import { type Frame, type EntryRow } from '../../model/site.ts';";
  assert.deepEqual(findForbidden('components/site/Hero.astro', allowed), []);
  const mixed = "import { buildSite, type Frame } from '../../model/site.ts';";
  assert.equal(findForbidden('components/site/Hero.astro', mixed).length, 1);
});

/** Counts the lines of a module; the styles of a component have a limit of their own. */
const countLines = (code: string): number => code.trimEnd().split('\n').length;
const styleBlock = /^<style[^]*?^<\/style>/gm;
const sizes = modules.map(({ path, code }) => ({
  path,
  lines: countLines(code.replace(styleBlock, '')),
}));
const component = /^(components|figures|kinds)\/.*\.astro$/;
const components = sizes.filter(({ path }) => component.test(path));

/** Modules that may be longer, with the reason. */
const exceptions: Record<string, string> = Object.fromEntries(
  ['ar', 'de', 'en', 'es', 'fr', 'ja', 'pt', 'zh'].map((language) => [
    `words/${language}.ts`,
    'the texts of a language, in one file',
  ]),
);

/** The most lines of a module, by kind. */
const limits: [what: string, pattern: RegExp, most: number][] = [
  ['page', /^pages\//, 40],
  ['component', component, 80],
  ['module', /^/, 200],
];

for (const [what, pattern, most] of limits)
  test(`no ${what} is longer than ${most} lines`, () => {
    const long = sizes
      .filter(({ path, lines }) => pattern.test(path) && lines > most && !(path in exceptions))
      .map(({ path, lines }) => `${path} has ${lines} lines`);
    assert.deepEqual(long, []);
  });

test('no component has more than 120 lines of styles', () => {
  const long = modules.flatMap(({ path, code }) =>
    Array.from(code.matchAll(styleBlock), ([block]) => ({ path, lines: countLines(block) })),
  );
  assert.ok(long.length > 0);
  assert.deepEqual(
    long.filter(({ lines }) => lines > 120),
    [],
  );
});

test('half of the components have at most 35 lines', () => {
  const sorted = components.map(({ lines }) => lines).toSorted((a, b) => a - b);
  const median = sorted[Math.floor((sorted.length - 1) / 2)] ?? Infinity;
  assert.ok(median <= 35, `the median is ${median}`);
});

test('every exception is still needed', () => {
  const needed = sizes.filter(({ path, lines }) =>
    limits.some(([, pattern, most]) => pattern.test(path) && lines > most),
  );
  assert.deepEqual(
    Object.keys(exceptions).filter((path) => !needed.some((module) => module.path === path)),
    [],
  );
});
