import type { Fault } from '../lib/fault.ts';
import type { Located, LocatedContent } from '../lib/located.ts';
import { findPackage } from '../metadata/card/scripts.ts';

/** Characters that the typefaces of the site surely draw: Latin, punctuation, Greek, arrows and signs. */
const drawn = /^[\0-\u017f\u0391-\u03c9\u0410-\u044f\u2010-\u2027\u2190-\u2193]*$/;

/** Finds the titles and tags with letters that their social cards leave out. */
export async function checkCardLetters({ entries, siteTitle }: LocatedContent): Promise<Fault[]> {
  const tags = new Map(entries.flatMap((one) => one.tags.map((tag) => [tag.value, tag])));
  const titles = [siteTitle ?? [], ...entries.map(({ title }) => title ?? [])].flat();
  const rare = [...titles, ...tags.values()].filter(({ value }) => !drawn.test(value));
  const faults: Fault[] = [];
  for (const text of rare) faults.push(...(await checkText(text)));
  return faults;
}

async function checkText({ value, place }: Located<string>): Promise<Fault[]> {
  // Typefaces and shaping are loaded only where a letter needs them.
  const { prepareFaces } = await import('../metadata/card/site-faces.ts');
  const { display } = await prepareFaces(value, 'en');
  const omission = '…';
  const missing = [...new Set(value.normalize('NFC'))]
    .filter((letter) => letter !== omission && display.spell(letter) === omission)
    .join('');
  if (missing === '') return [];
  return [
    {
      rule: 'undrawn-letters',
      ...place,
      expected: `letters that the social card can show; it has no typeface for ${missing}`,
      fix: await advise(missing),
    },
  ];
}

async function advise(missing: string): Promise<string> {
  const { isInstalled } = await import('../metadata/card/script-fonts.ts');
  const name = findPackage(missing, 'en');
  return name === undefined || isInstalled(name)
    ? 'Write the title in other letters, if its card should show all of it.'
    : `Run “npm ci”: it installs the typeface @fontsource-variable/${name}.`;
}
