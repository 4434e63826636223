import type { BuiltSite } from '../../../src/verify/site.ts';
import { writeSite } from './hand-made.ts';

/** The address of the site with one paper. */
export const origin = 'https://example.org';

const address = `${origin}/papers/a/`;
const title = '“R&D” at 100 % 学';
const names = ['Ada Example', '小明', 'Grace van der Example Jr.'];
const coded = '“R&amp;D” at 100 % 学';

const jsonLd = {
  '@graph': [
    {
      '@id': `${address}#work`,
      name: title,
      url: address,
      author: names.map((name) => ({ name })),
      creativeWorkStatus: 'Published',
      datePublished: '2025-12-02',
    },
  ],
};

const page = `<!DOCTYPE html><html lang="en"><head><title>A</title>
${names.map((name) => `<meta name="author" content="${name}">`).join('')}
<link rel="canonical" href="${address}"><link rel="cite-as" href="${address}">
<meta property="og:title" content="${coded}"><meta property="article:published_time" content="2025-12-02">
<meta property="og:url" content="${address}">
<link rel="alternate" href="/feed.xml" title="Site"><link rel="alternate" href="/feed.json" title="Site">
<script type="application/ld+json">${JSON.stringify(jsonLd)}</script></head>
<body><main><div class="entry-head"><h1>${coded}</h1>
<p>${names.map((name) => `<bdi>${name}</bdi>`).join(', ')}</p></div><div class="entry-rail publication"><p data-status>Published</p><p>Published in J 2026</p>
<p><time datetime="2025-12-02">2 Dec 2025</time></p></div>
<div class="entry-text">
<h2 id="end">The end [1]</h2><p>A formula: <span class="katex"><annotation>x^2</annotation></span>.</p>
<table><caption>T</caption><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>
<ol class="cited"><li id="ref-roe">Roe</li></ol>
<div class="how-to-cite"><p data-copy="Copy APA">Example, A. (2026). ${coded}.</p><pre>@article{a}</pre></div>
</div></main></body></html>`;

const bib = `@article{a,
  title = {{“R\\&D” at 100 \\% 学}},
  author = {Ada Example and 小明 and van der Example, Jr., Grace},
  year = {2026},
  url = {${address}}
}
`;

const ris = ['TY  - JOUR', 'AU  - Example, Ada', 'AU  - 小明', 'AU  - van der Example, Grace, Jr.']
  .concat(`TI  - ${title}`, 'PY  - 2026', `UR  - ${address}`, 'ER  - ', '')
  .join('\r\n');

const item = {
  id: 'a',
  type: 'article-journal',
  title,
  author: [
    { family: 'Example', given: 'Ada' },
    { family: '小明' },
    { family: 'Example', given: 'Grace', 'non-dropping-particle': 'van der', suffix: 'Jr.' },
  ],
  issued: { 'date-parts': [[2026]] },
  URL: address,
};

const twin = `---
title: ${title}
address: ${address}
authors: ${JSON.stringify(names)}
status: Published
public-since: 2025-12-02
---

# ${title}

## The end ([Roe, 2001][roe])

A formula: $x^2$.

| A |
| --- |
| 1 |

\`\`\`bibtex
@article{a}
\`\`\`

[roe]: https://example.com/roe
`;

const feedItem = {
  id: address,
  url: address,
  title,
  content_html: `<p><a href="${address}#end">End</a></p>`,
  date_published: '2025-12-02T00:00:00Z',
  date_modified: '2025-12-02T00:00:00Z',
  authors: names.map((name) => ({ name })),
};

const jsonFeed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Ada Example',
  home_page_url: `${origin}/`,
  feed_url: `${origin}/feed.json`,
  description: 'A site.',
  language: 'en',
  items: [feedItem],
};

const instant = '2025-12-02T00:00:00Z';
const authors = names.map((name) => `<author><name>${name}</name></author>`).join('');
const atom = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>${origin}/feed.xml</id><title>Ada Example</title>
<updated>${instant}</updated><link rel="self" type="application/atom+xml" href="${origin}/feed.xml"/><author><name>Ada Example</name></author>
<entry><id>${address}</id><title>${coded}</title><link rel="alternate" type="text/html" href="${address}"/>
<published>${instant}</published><updated>${instant}</updated>${authors}<content type="html">A</content></entry></feed>
`;

const research = {
  $schema: `${origin}/research.schema.json`,
  site: {
    title: 'Ada Example',
    description: 'A',
    language: 'en',
    page: `${origin}/`,
    contacts: [],
  },
  threads: [],
  outputs: [],
  papers: [
    {
      ...{ id: 'a', title, page: address, short: title, status: 'published' },
      ...{ standing: 'Published in J 2026', date: '2025-12-02', abstract: 'A.', authors: names },
      ...{ links: [], history: [], citation: item },
      sections: [{ title: 'The end', address: `${address}#end` }],
    },
  ],
  tags: [],
  references: [{ id: 'roe', type: 'book', title: 'Roe' }],
  relations: [{ kind: 'cites', from: 'a', to: 'roe', number: 1, places: [`${address}#end`] }],
};

const home = `<!DOCTYPE html><html lang="en"><head><title>Home</title><link rel="canonical" href="${origin}/">
<link rel="alternate" href="/feed.xml" title="Site"><link rel="alternate" href="/feed.json" title="Site"></head>
<body><main><h1>Home</h1></main></body></html>`;

const places = [`${origin}/`, address].map((one) => `<url><loc>${one}</loc></url>`).join('');

const files: Record<string, string> = {
  'index.html': home,
  'index.md': `---\ntitle: Home\naddress: ${origin}/\n---\n\n# Home\n`,
  'papers/a/index.html': page,
  'papers/a/index.md': twin,
  'papers/a/citation.bib': bib,
  'papers/a/citation.ris': ris,
  'papers/a/citation.json': JSON.stringify([item]),
  'feed.json': JSON.stringify(jsonFeed),
  'feed.xml': atom,
  'research.json': JSON.stringify(research),
  'research.schema.json': JSON.stringify({ $id: `${origin}/research.schema.json`, type: 'object' }),
  'sitemap.xml': `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${places}</urlset>`,
  'robots.txt': `User-agent: *\nAllow: /\n\nSitemap: ${origin}/sitemap.xml\n`,
  'llms.txt': `# Home\n\n> A site.\n\n- [A](${address}index.md): A paper.\n`,
  'llms-full.txt': `# Home\n\n${twin}`,
  'content/papers/a.mdx': '---\ntitle: A\n---\n\n## The end [@roe]\n\nA formula: $x^2$.\n',
};

/** Writes a site of one paper without defects, then replaces a text in one file. */
export function writePaper(file?: string, old = '', text = ''): BuiltSite {
  const changed = { ...files };
  if (file !== undefined) {
    if (!changed[file]?.includes(old)) throw new Error(`${file} has no “${old}”.`);
    changed[file] = changed[file].replace(old, () => text);
  }
  return { ...writeSite(changed), origin };
}

/** Writes the same site without these files. */
export function writeWithout(...names: string[]): BuiltSite {
  const kept = Object.entries(files).filter(([name]) => !names.includes(name));
  return { ...writeSite(Object.fromEntries(kept)), origin };
}
