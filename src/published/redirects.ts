import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { describeLanguage } from '../metadata/page-language.ts';
import type { Redirect } from '../model/former-address.ts';
import type { Frame } from '../model/site.ts';
import { finishPage } from './finished-html.ts';
import { parsePage } from './page.ts';
import type { PublishedSite } from './site.ts';

/**
 * Writes a page for each former address of an entry, which leads to the page of the entry on every host, and the list of
 * them for hosts that can send a redirect. Throws if a page is there already.
 */
export function writeRedirects(folder: string, { site, origin }: PublishedSite): void {
  const { redirects, frame } = site;
  for (const redirect of redirects) {
    const target = join(folder, redirect.file);
    if (existsSync(target))
      throw new Error(`${redirect.file} is a file of the site, and cannot lead elsewhere.`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, formatRedirectPage(redirect, frame, origin));
  }
  if (redirects.length === 0) return;
  const list = join(folder, '_redirects');
  // The author's own rules, from `public/`, stay.
  const own = existsSync(list) ? readFileSync(list, 'utf8').replace(/(?<=.)\n?$/s, '\n') : '';
  writeFileSync(list, own + formatRedirects(redirects));
}

/** Formats a page that leads to another at once. It is for readers whose host or browser does not follow. */
export function formatRedirectPage(
  { from, file, to }: Redirect,
  frame: Frame,
  origin: string | undefined,
): string {
  const { lang, dir, own } = describeLanguage(frame);
  const { site, format } = frame.words;
  const address = origin === undefined ? to.address : new URL(to.address, origin).href;
  const html = toHtml([
    h('html', { lang, dir }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('title', format(site.movedTitle, { title: to.title })),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { name: 'color-scheme', content: 'light dark' }),
        h('meta', { name: 'description', content: format(site.movedPage, { title: to.title }) }),
        h('meta', { name: 'robots', content: 'noindex' }),
        h('meta', { httpEquiv: 'refresh', content: `0;url=${to.address}` }),
        h('link', { rel: 'canonical', href: address }),
      ]),
      h('body', [
        h('main', [
          h('h1', own, site.moved),
          h('p', [h('a', { href: to.address, lang: to.language }, to.title)]),
        ]),
      ]),
    ]),
  ]);
  return finishPage(parsePage(from, `<!DOCTYPE html>${html}`), file, '');
}

/** Formats `_redirects`. Cloudflare Pages follows it; hosts that prefer a file to a rule send the page. */
export function formatRedirects(redirects: readonly Redirect[]): string {
  return redirects.map(({ from, to }) => `${from} ${to.address} 301\n`).join('');
}
