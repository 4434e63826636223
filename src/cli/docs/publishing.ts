import { formatCaddyfile } from '../../hosting/caddy.ts';
import { formatNginx } from '../../hosting/nginx.ts';
import { buildFence, replacePart } from './part.ts';

/** `docs/publishing.md` with the settings of servers, from the rules of all hosts. */
export function buildPublishing(text: string): string {
  const server = { host: 'example.org', root: '/var/www/portfolio', base: '/' };
  const nginx = replacePart(text, 'nginx', buildFence('nginx', formatNginx(server)));
  return replacePart(nginx, 'caddy', buildFence('caddyfile', formatCaddyfile(server)));
}
