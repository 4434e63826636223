import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { projectFolder } from '../../src/cli/project.ts';
import { formatCaddyfile } from '../../src/hosting/caddy.ts';
import { formatNginx } from '../../src/hosting/nginx.ts';
import {
  caching,
  commonHeaders,
  contentTypes,
  findValue,
  policies,
} from '../../src/hosting/rules.ts';
import { anonymousBuild, exampleBuild, type Build } from '../support/builds.ts';
import { checkFiles, checkFolders, checkOddRequests, layOut, type Host } from '../support/host.ts';
import { findFreePort, findProgram, runServer } from '../support/program.ts';
import { serveSite } from '../../src/verify/serve.ts';

const builds = [exampleBuild, anonymousBuild];
const work = join(projectFolder, '.cache/test/hosting');

function listFiles({ folder }: Build): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
}

test('beside each text stand copies in Brotli and gzip that hold the same', () => {
  for (const build of builds) {
    const files = listFiles(build);
    const copies = files.filter((file) => /\.(br|gz)$/.test(file));
    for (const copy of copies) {
      const unpack = copy.endsWith('.br') ? brotliDecompressSync : gunzipSync;
      const original = readFileSync(join(build.folder, copy.slice(0, -3)));
      const packed = readFileSync(join(build.folder, copy));
      assert.ok(unpack(packed).equals(original), copy);
      assert.ok(packed.length < original.length, copy);
    }
    const texts = files.filter(
      (file) =>
        /\.(html|css|js|json|xml|svg|md|txt|bib|ris|cff|csv|webmanifest)$/.test(file) &&
        readFileSync(join(build.folder, file)).length > 2000,
    );
    assert.ok(texts.length > 50);
    for (const text of texts)
      for (const ending of ['br', 'gz']) assert.ok(copies.includes(`${text}.${ending}`), text);
    assert.ok(!copies.some((file) => /\.(png|webp|woff2|pdf)\.\w+$/.test(file)));
  }
});

/**
 * Returns the headers that a host with `_headers` support sends for a file: the values of all
 * matching rules, joined.
 */
function readHostHeaders({ folder, base }: Build): (file: string) => Map<string, string> {
  const rules = readFileSync(join(folder, '_headers'), 'utf8').trimEnd().split('\n\n');
  return (file) => {
    const path = `${base}${file}`.replace(/(?<=\/)index\.html$/, '');
    const found = new Map<string, string>();
    for (const rule of rules) {
      const [pattern = '', ...lines] = rule.split('\n');
      const [start = '', end] = pattern.split('*');
      const isMatch =
        end === undefined
          ? path === start
          : path.startsWith(start) &&
            path.endsWith(end) &&
            path.length >= start.length + end.length;
      for (const line of isMatch ? lines : []) {
        const [, name = '', value = ''] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
        found.set(name, [found.get(name) ?? [], value].flat().join(', '));
      }
    }
    return found;
  };
}

test('a host that reads _headers gives each file one type, one rule of caching, and its policy', () => {
  for (const build of builds) {
    const read = readHostHeaders(build);
    for (const file of [...listFiles(build), 'data/Drawing.SVG', '_astro/loss.SVG', 'table.csv']) {
      const headers = read(file);
      for (const [name, value] of Object.entries(commonHeaders))
        assert.equal(headers.get(name), value, `${name} of ${file}`);
      const policy = findValue(policies, `/${file}`);
      const joined = policy === policies.otherwise ? policy : `${policies.otherwise}, ${policy}`;
      assert.equal(headers.get(policies.header), joined, file);
      const kept = findValue(caching, `/${file}`);
      assert.equal(
        headers.get(caching.header),
        kept === caching.otherwise ? undefined : kept,
        file,
      );
      const type = headers.get(contentTypes.header);
      if (type !== undefined) assert.equal(type, findValue(contentTypes, `/${file}`), file);
      const isOdd =
        /\.(bib|ris|cff|csv|md|webmanifest)$|feed\.(json|xml)$|(citation|references)\.json$/;
      assert.equal(type !== undefined, isOdd.test(file) || file === 'research.schema.json', file);
    }
  }
});

async function checkHost(host: Host): Promise<void> {
  assert.ok((await checkFiles(host)) > 100);
  await checkFolders(host);
  await checkOddRequests(host);
}

for (const { folder, base } of builds)
  test(`the preview sends every file of the site at ${base} as hosts do`, async () => {
    const root = join(work, 'preview');
    layOut(folder, root, base);
    const site = await serveSite(join(root, base), base);
    try {
      const leave = 'Access-Control-Allow-Origin';
      const common = Object.fromEntries(
        Object.entries(commonHeaders).filter(([name]) => name !== leave),
      );
      const port = Number(new URL(site.address).port);
      await checkHost({ port, root, base, common, encodings: [] });
    } finally {
      site.close();
    }
  });

/** CI on Debian installs the servers. Elsewhere their tests may be skipped. */
const isRequired = process.env.CI === 'true' && existsSync('/usr/bin/apt-get');
const brotli = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

for (const { folder, base } of builds) {
  test(
    `nginx of Debian sends every file of the site at ${base}`,
    {
      skip:
        findProgram('nginx') === undefined &&
        !isRequired &&
        'nginx is not installed; it is in Debian’s packages nginx and libnginx-mod-http-brotli-static',
    },
    async () => {
      const root = join(work, 'nginx');
      layOut(folder, root, base);
      const port = await findFreePort();
      const hasBrotli = existsSync(brotli);
      assert.ok(hasBrotli || !isRequired, 'libnginx-mod-http-brotli-static is not installed');
      const site = formatNginx({ host: 'localhost', root, base })
        .replace(/listen 80;\n.*\n/, `listen 127.0.0.1:${port};\n`)
        .replace(hasBrotli ? /^$/ : /^ *brotli_static .*$/m, '');
      const settings = [
        'daemon off; user root; pid nginx.pid; error_log stderr;',
        ...(hasBrotli ? [`load_module ${brotli};`] : []),
        'events {}',
        `http { access_log off; ${site} }`,
      ];
      writeFileSync(join(work, 'nginx.conf'), settings.join('\n'));
      const args = ['-p', work, '-c', join(work, 'nginx.conf'), '-e', 'stderr'];
      await runServer(['nginx', ...args], port, () =>
        checkHost({
          ...{ port, root, base, common: commonHeaders },
          encodings: hasBrotli ? ['br', 'gz'] : ['gz'],
        }),
      );
    },
  );

  test(
    `Caddy of Debian sends every file of the site at ${base}`,
    {
      skip:
        findProgram('caddy') === undefined &&
        !isRequired &&
        'Caddy is not installed; it is in Debian’s package caddy',
    },
    async () => {
      const root = join(work, 'caddy');
      layOut(folder, root, base);
      const port = await findFreePort();
      const site = formatCaddyfile({ host: `http://127.0.0.1:${port}`, root, base });
      writeFileSync(join(work, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\n${site}`);
      const args = ['run', '--adapter', 'caddyfile', '--config', join(work, 'Caddyfile')];
      await runServer(['caddy', ...args], port, () =>
        checkHost({ port, root, base, common: commonHeaders, encodings: ['br', 'gz'] }),
      );
    },
  );
}
