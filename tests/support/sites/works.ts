import { entryTypes } from '../../../src/bibliography/entry-types.ts';
import type { Chooser } from './chooser.ts';
import { bibtexPeople } from './names.ts';

const titles: readonly string[] = [
  'Transformers Learn In-Context by Gradient Descent',
  '{B}ounds on $\\ell_2$-Regression in {$O(n \\log n)$} Time',
  'Schr{\\"o}dinger’s Networks --- {A} Survey of 100\\,\\% of \\#Everything \\& More',
  'Обучение без учителя',
  '一种新的注意力机制',
  'التعلم العميق للغة العربية',
  'רשתות עמוקות לעברית',
  "``Quoted'' and <Angled> Words: x < y",
  'X',
];

const venues = [
  'Journal of Łódź Studies',
  'Записки института',
  '计算机学报',
  'Neural {\\AE}ons \\& Co.',
];

const keys = [
  (index: number) => `work${index}`,
  (index: number) => `DBLP:conf/nips/Vaswani${index}`,
  (index: number) => `müller_${index}a`,
  (index: number) => `кузнецова-${index}`,
  (index: number) => `王2020.${index}`,
];

/**
 * Builds a BibTeX file with `count` works of all known types. Returns also the keys of citable
 * works.
 */
export function buildWorks({ below, pick, pickSome, sometimes }: Chooser, count: number) {
  const works = Array.from({ length: count }, (_, index) => {
    const type = entryTypes[index % entryTypes.length] ?? 'misc';
    const key = (keys[below(keys.length)] ?? String)(index);
    const isAtArxiv = sometimes(true, 0.2);
    const year = 1950 + below(75);
    const names = pickSome(bibtexPeople, pick([1, 2, 4, 12]), 1);
    const isEdited = ['proceedings', 'mvproceedings', 'collection', 'periodical'].includes(type);
    const fields: Record<string, string | undefined> = {
      title: `${pick(titles)}, Part ${index}`,
      [isEdited ? 'editor' : 'author']: [...names, ...(sometimes(['others'], 0.15) ?? [])].join(
        ' and ',
      ),
      ...pick([
        { year: `${year}` },
        { date: `${year}-04-01` },
        { year: pick(['in press', 'c. 350', '1999--2000', `${year}`]) },
      ]),
      ...(isAtArxiv && {
        eprint: `${15 + below(10)}0${1 + below(9)}.${10_000 + index}`,
        archiveprefix: 'arXiv',
      }),
      abbr: sometimes(pick(['NeurIPS', 'TMLR', '计报']), 0.3),
      volume: sometimes(`${1 + below(90)}`),
      number: sometimes(`${1 + below(12)}`),
      pages: sometimes(pick([`${index}--${index + 20}`, '1-9', 'e12', 'i--xii'])),
      publisher: sometimes(pick(['ACM', 'Springer \\& Söhne', 'Наука'])),
      doi: sometimes(`10.1000/${pick(['(sici)<1::aid>', 'x_y', '~a'])}${index}`),
      url: sometimes(`https://example.org/~works/${index}?a=b&c=100%25#part_${index}`),
      note: sometimes('Not to be {published}', 0.1),
      abstract: sometimes('Not to be published', 0.1),
      file: sometimes('/home/zofia/not-to-be-published.pdf', 0.1),
      opinion: sometimes('Not to be published', 0.1),
      ...buildVenue(type, pick(venues), index),
    };
    return { key, text: `@${type}{${key},\n${formatWork(fields)}}\n` };
  });
  const strings = '@string{pmlr = {Proceedings of Machine Learning Research}}\n';
  return {
    keys: works.map(({ key }) => key),
    text: `${strings}\n${works.map(({ text }) => text).join('\n')}`,
  };
}

function buildVenue(type: string, name: string, index: number): Record<string, string> {
  if (type === 'article') return { journal: name };
  if (['inproceedings', 'conference', 'incollection', 'inbook'].includes(type))
    return { booktitle: `${name}, Meeting ${index}` };
  if (['phdthesis', 'mastersthesis', 'thesis'].includes(type))
    return { school: 'Univerzita Karlova' };
  if (['techreport', 'report'].includes(type)) return { institution: 'ЦЕРН' };
  if (type === 'book') return { publisher: 'Éditions du Seuil' };
  if (['online', 'electronic', 'www'].includes(type))
    return { url: `https://example.org/${index}` };
  return type === 'patent' ? { number: `EP ${index}` } : {};
}

function formatWork(fields: Record<string, string | undefined>): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name} = {${value}},\n`)
    .join('');
}
