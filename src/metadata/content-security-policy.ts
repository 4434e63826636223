import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * The policy of one finished page: its own inline styles and scripts by their hashes, style sheets, fonts,
 * images and script files of this site, what the search fetches from it, and nothing else. `html` has no
 * policy yet.
 */
export function buildPolicy(html: string): string {
  const scripts = hashContents(html, /<script>([^]*?)<\/script>/g);
  const styles = hashContents(html, /<style>([^]*?)<\/style>/g);
  return [
    "default-src 'none'",
    `script-src 'self' ${scripts.join(' ')}`,
    `style-src 'self' ${styles.join(' ')}`,
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join(';');
}

function hashContents(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, content = '']) => {
    return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
  });
}

/**
 * Gives every built page its policy, at the top of its head. Astro's own would allow every page the
 * styles and scripts of all, and those of a runtime that is not used here: 16 hashes a page, not 2.
 */
export function contentSecurityPolicy(): AstroIntegration {
  return {
    name: 'content-security-policy',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const page of globSync('**/*.html', { cwd: folder })) {
          const file = `${folder}/${page}`;
          const html = readFileSync(file, 'utf8');
          const meta = `<meta http-equiv="content-security-policy" content="${buildPolicy(html)}">`;
          writeFileSync(
            file,
            html.replace('<meta charset="utf-8">', (charset) => charset + meta),
          );
        }
      },
    },
  };
}
