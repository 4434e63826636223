import { formatCaddyfile } from '../../hosting/caddy.ts';
import { formatNginx } from '../../hosting/nginx.ts';
import { buildFence, replacePart } from './part.ts';

/** Writes the server configurations into `docs/publishing.md`. */
export function buildPublishing(text: string): string {
  const server = { host: 'example.org', root: '/var/www/portfolio', base: '/' };
  const nginx = replacePart(text, 'nginx', buildFence('nginx', formatNginx(server)));
  return replacePart(nginx, 'caddy', buildFence('caddyfile', formatCaddyfile(server)));
}
