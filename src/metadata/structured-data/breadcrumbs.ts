import type { BreadcrumbListLeaf } from 'schema-dts';
import { kindNames, kinds } from '../../kinds/registry.ts';
import type { EntryLink } from '../../model/entry.ts';
import type { Words } from '../../words/words.ts';
import { locate, type DescribedPage } from '../subject.ts';
import { identify } from './identity.ts';

/** Pages with other pages below them, by the first segment of their path. */
const listParts = (words: Words) =>
  new Map([
    ...kindNames.map((kind) => [kinds[kind].path, words.kinds[kind].plural] as [string, string]),
    ['tags', words.list.tags],
  ]);

/** The ancestors of a page by its path, the home page first. The home page has none. */
export function listPagesAbove({ frame, path, subject }: DescribedPage): EntryLink[] {
  const { home, title } = frame;
  if (path === home) return [];
  const parts = listParts(frame.words);
  const names = path.slice(home.length).split('/').filter(Boolean).slice(0, -1);
  const tag = subject?.kind === 'entries' ? subject.tag : undefined;
  const text =
    subject?.kind === 'entry' ? subject.entry : subject?.kind === 'page' ? subject.page : undefined;
  const below = names.map((name, index) => {
    const address = `${home}${names.slice(0, index + 1).join('/')}/`;
    const original = text?.editions?.find((one) => one.address === address);
    return {
      title: original?.title ?? (index === 0 ? parts.get(name) : tag) ?? name,
      address,
    };
  });
  return [{ title, address: home }, ...below];
}

/** The breadcrumbs of a page; none for the home page. */
export function describeBreadcrumbs(page: DescribedPage): BreadcrumbListLeaf[] {
  const above = listPagesAbove(page);
  if (above.length === 0) return [];
  const { title, path, origin } = page;
  return [
    {
      '@type': 'BreadcrumbList',
      '@id': identify(path, 'breadcrumbs', page),
      itemListElement: [...above, { title, address: path }].map(({ title, address }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: title,
        item: { '@id': locate(address, origin) },
      })),
    },
  ];
}
