import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { normalizePath } from 'vite';
import { ContentError } from '../../lib/fault.ts';
import { checkDrawing } from './check.ts';
import { sanitizeSvg } from './svg.ts';

/**
 * Sanitizes every published drawing: those in the content as they are imported, those of `public/`
 * after they are copied. Lets Astro read each TIFF.
 *
 * @param root the folder that fault paths are relative to
 */
export function safeDrawings(root: string): AstroIntegration {
  let publicFolder = '';
  return {
    name: 'safe-drawings',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        publicFolder = fileURLToPath(config.publicDir);
        const copies = join(fileURLToPath(config.cacheDir), 'drawings');
        const plugin = {
          name: 'safe-drawings',
          load: {
            order: 'pre' as const,
            // A picture of a field has the flag of Astro behind its name.
            filter: { id: /\.(svg|tif)(\?astroContentImageFlag)?$/i },
            handler: (request: string) => {
              const [id = ''] = request.split('?');
              // Astro knows the other extension of TIFF alone.
              if (/\.tif$/i.test(id)) {
                const copy = writeCopy(copies, `${basename(id)}f`, readFileSync(id));
                return `export { default } from ${JSON.stringify(copy)};`;
              }
              // A copy is safe already.
              if (normalizePath(id).startsWith(`${normalizePath(copies)}/`)) return undefined;
              const copy = writeCopy(copies, basename(id), readSafe(root, id));
              return `export { default } from ${JSON.stringify(copy)};`;
            },
          },
        };
        updateConfig({ vite: { plugins: [plugin] } });
      },
      'astro:build:done': ({ dir }) => {
        for (const file of listDrawings(publicFolder))
          writeFileSync(join(fileURLToPath(dir), file), readSafe(root, join(publicFolder, file)));
      },
    },
  };
}

/** A folder can have a name like that of a drawing. */
function listDrawings(folder: string): string[] {
  const names = globSync('**/*.svg', { cwd: folder });
  return names.filter((name) => statSync(join(folder, name)).isFile());
}

/** @throws ContentError if the drawing cannot be published */
function readSafe(root: string, path: string): string {
  const bytes = readFileSync(path);
  const { svg } = sanitizeSvg(bytes);
  if (svg !== undefined) return svg;
  throw new ContentError(checkDrawing(relative(root, path).replaceAll('\\', '/'), bytes));
}

/** Writes a file atomically: another build may read it at any time. */
function writeCopy(folder: string, name: string, content: string | Uint8Array): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
  const path = join(folder, hash, name);
  if (existsSync(path)) return path;
  mkdirSync(join(folder, hash), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, content);
  renameSync(`${path}.${process.pid}`, path);
  return path;
}
