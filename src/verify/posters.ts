import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { HtmlElement } from 'html-validate';
import { formatAmount, type Check, type Problem } from './check.ts';
import { decode } from './page.ts';
import { listElements, readPdf } from './pdf-reader.ts';
import { mediaAllowances } from './pictures.ts';
import type { BuiltSite } from './site.ts';

/** An A3 sheet on its side, in points. */
const sheet = { width: 1190.55, height: 841.89 };

/** The path of the file that a link leads to, from the root of the site. */
function readPath(link: HtmlElement, { base }: BuiltSite): string {
  return decodeURI(decode(link.getAttributeValue('href') ?? '')).slice(base.length);
}

async function checkPoster(file: string, { folder }: BuiltSite): Promise<string[]> {
  const path = join(folder, file);
  if (!existsSync(path)) return ['It does not exist.'];
  if (file.endsWith('.svg')) {
    const { size } = statSync(path);
    const { drawing } = mediaAllowances;
    return [
      ...(size <= drawing ? [] : [`It has ${size} bytes; ${drawing} are allowed.`]),
      ...(readFileSync(path, 'utf8').includes(' width="420mm" height="297mm"')
        ? []
        : ['It is not one sheet of A3.']),
    ];
  }
  const { info, isTagged, pages, fonts } = await readPdf(path);
  const pictures = pages.flatMap(({ structure }) =>
    listElements(structure).filter(({ role }) => role === 'Figure'),
  );
  const isOdd = pages.some(
    ({ width, height }) =>
      Math.abs(width - sheet.width) > 1.2 || Math.abs(height - sheet.height) > 1.2,
  );
  const [, language] =
    /xml:lang="([^"]*)"/.exec(readFileSync(path.replace(/pdf$/, 'svg'), 'utf8')) ?? [];
  return [
    ...(pages.length === 1 && !isOdd ? [] : ['It is not one sheet of A3.']),
    ...(typeof info.Title === 'string' ? [] : ['It has no title.']),
    ...(info.Language === language ? [] : [`Its language is not ${language}.`]),
    ...(info.CreationDate === undefined ? [] : ['It says when it was printed.']),
    ...(isTagged && pictures.length > 0 && pictures.every(({ alt }) => alt)
      ? []
      : ['Its drawing has no description.']),
    ...[...new Set(fonts.missing)].map((name) => `Its font “${name}” is not embedded.`),
  ];
}

export const posters: Check = {
  claim: 'Every poster is one whole sheet of A3',
  run: async (site) => {
    const problems: Problem[] = [];
    let count = 0;
    for (const page of site.pages)
      for (const link of page.root.querySelectorAll('.interactive-poster a')) {
        const file = readPath(link, site);
        count += 1;
        for (const message of await checkPoster(file, site))
          problems.push({ place: `/${file}`, message });
      }
    return { extent: formatAmount(count, 'file'), problems };
  },
};
