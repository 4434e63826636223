import { contentFiles } from '../loaders/files.ts';
import { parseYaml } from '../loaders/yaml.ts';
import type { Draft } from './draft.ts';
import { formatYaml } from './entry-text.ts';
import { readInner } from './document.ts';
import { dropUnset } from './paper.ts';
import type { PlannedFile, Target } from './plan.ts';

/** The settings of the other site: a new `site.yaml`, or the lines that the one of this site lacks. */
export function formatSite(
  { settings, entries }: Draft,
  target: Target,
): { file: PlannedFile[]; lines: string } {
  const path = contentFiles.site;
  const { author, ...fields } = settings;
  const { title, intro, language, address } = fields;
  if (target.has(path)) {
    const data = readInner(parseYaml(target.read(path), path).data);
    const news = {
      ...pickUnset({ title, intro, language, address }, data),
      author: pickUnset(author, readInner(data.author)),
    };
    const isSet = Object.keys(news.author).length > 0;
    const lines = dropUnset({ ...news, author: isSet ? news.author : '' });
    return { file: [], lines: Object.keys(lines).length === 0 ? '' : formatYaml(lines) };
  }
  if (title === undefined) return { file: [], lines: '' };
  const has = (name: string) => entries.some(({ kind }) => kind === name);
  const navigation = [
    { label: 'Research', page: '/' },
    ...(has('paper') ? [{ label: 'Papers', page: '/papers/' }] : []),
    ...(has('output') ? [{ label: 'Outputs', page: '/outputs/' }] : []),
  ];
  const site = dropUnset({
    title,
    intro,
    language,
    address,
    author: Object.keys(author).length > 0 ? author : '',
    navigation,
  });
  return {
    file: [
      { path, from: { file: 'the settings of the other site', line: 1 }, text: formatYaml(site) },
    ],
    lines: '',
  };
}

/** The settings whose values the site does not have. */
function pickUnset(
  fields: Readonly<Record<string, unknown>>,
  data: Readonly<Record<string, unknown>>,
) {
  return dropUnset(
    Object.fromEntries(Object.entries(fields).filter(([name, value]) => data[name] !== value)),
  );
}
