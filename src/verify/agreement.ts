import { formatAddress } from './address.ts';
import { formatAmount, type Check } from './check.ts';
import { fileForms } from './file-forms.ts';
import { pageForms } from './page-forms.ts';
import { isOriginalPage } from './page.ts';
import { buildSiteForms } from './site-forms.ts';
import { readVisible, type EntryFacts } from './statement.ts';
import { languages } from '../words/words.ts';

type FactName = keyof EntryFacts;

/** The messages for differences between two forms. */
const messages: Record<FactName, (form: string, said: string, shown: string) => string> = {
  title: (form, said, shown) => `${form} has the title ${said}, the page ${shown}.`,
  authors: (form, said, shown) => `${form} has the authors ${said}, the page ${shown}.`,
  date: (form, said, shown) => `${form} has the date ${said}, the page ${shown}.`,
  year: (form, said, shown) => `${form} has the year ${said}, the page ${shown}.`,
  status: (form, said, shown) => `${form} has the status ${said}, the page ${shown}.`,
  address: (form, said, shown) => `${form} has the address ${said}, not ${shown}.`,
};

/** Compares all forms of each entry with its page. */
export const agreement: Check = {
  claim: 'Every format of an entry agrees with its page',
  run: (site) => {
    const entries = site.pages.filter(isOriginalPage);
    const forms = { ...pageForms, ...fileForms, ...buildSiteForms(site) };
    const problems = entries.flatMap((page) => {
      const seen = { ...readVisible(page, site), address: formatAddress(page, site) };
      // Files of citations are in English, the words of a page in its own language.
      const isEnglish = page.root
        .querySelector('html')
        ?.getAttributeValue('lang')
        ?.startsWith('en');
      const foreign = isEnglish === true ? {} : fileForms;
      return Object.entries(forms).flatMap(([form, read]) =>
        compareForm(
          form,
          () => (form in foreign ? dropEnglish(read(page, site)) : read(page, site)),
          form in foreign ? dropEnglish(seen) : seen,
        ).map((message) => ({
          place: page.path,
          message,
        })),
      );
    });
    const extent = `${formatAmount(entries.length, 'page')} in ${Object.keys(forms).length} formats`;
    return { extent, problems };
  },
};

/** The words that stand before the title of a work that does not hold, in every language. */
const notices = Object.values(languages).flatMap(({ paper }) => Object.values(paper.notices));

/** Removes the status, and the notice of it before the title. */
function dropEnglish({ title, ...facts }: EntryFacts): EntryFacts {
  return { ...facts, ...(title !== undefined && { title: dropNotice(title) }), status: undefined };
}

/** Removes the words before the title of a work that does not hold: “Withdrawn: A Title”. */
export function dropNotice(title: string): string {
  const notice = notices.find((words) => title.startsWith(words)) ?? '';
  return title.slice(notice.length);
}

function compareForm(form: string, read: () => EntryFacts, seen: EntryFacts): string[] {
  let said: EntryFacts;
  try {
    said = read();
  } catch (error) {
    return [`${form} cannot be read: ${(error as Error).message}`];
  }
  return (Object.keys(said) as FactName[])
    .filter((field) => field in seen && !isSame(field, said[field], seen[field]))
    .map((field) => messages[field](form, quote(said[field]), quote(seen[field])));
}

function isSame(field: FactName, said = '', seen = ''): boolean {
  // Some formats have only days. There, a month is its first day, and a year is left out.
  if (field === 'date' && seen.length > 4) return said.startsWith(seen);
  return simplify(said) === simplify(seen);
}

/** Removes differences between formats: spaces, composed letters, the comma before “Jr.”. */
function simplify(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/,(?= (?:[JS]r\.?|I{2,3}|IV)(?:,|$))/g, '')
    .trim();
}

function quote(text = ''): string {
  return text === '' ? 'nothing' : `“${text}”`;
}
