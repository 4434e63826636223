import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import type { Check } from '../../../src/verify/check.ts';
import { readSite, type BuiltSite } from '../../../src/verify/site.ts';

const scratch = mkdtempSync(join(tmpdir(), 'verify-'));
after(() => rmSync(scratch, { recursive: true }));

const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'">`;

/** Writes a page without defects except those in `body` or `head`. */
export function writePage(body: string, head = policy, title = 'Page'): string {
  return (
    `<!DOCTYPE html><html lang="en"><head>${head}<title>${title}</title>` +
    `<meta name="description" content="A page."></head><body><main>${body}</main></body></html>`
  );
}

/** Writes a built site of these files. Those below `content/` are its source. */
export function writeSite(files: Record<string, string>): BuiltSite {
  const root = mkdtempSync(join(scratch, 'site-'));
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, path.startsWith('content/') ? '.' : 'dist', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return readSite({ folder: join(root, 'dist'), base: '/', source: root });
}

/** Runs a check on a site of one page with this body. Returns one text per problem. */
export async function checkBody(check: Check, body: string, head?: string): Promise<string[]> {
  return await listProblems(check, writeSite({ 'index.html': writePage(body, head) }));
}

export async function listProblems(check: Check, site: BuiltSite): Promise<string[]> {
  const { problems } = await check.run(site);
  return problems.map(({ place, message }) => `${place} ${message}`);
}
