import type { Advise } from './tex-advice.ts';

/** Advises on a command that cites works: `\citep[see][p.~3]{a,b}`. */
export const cite: Advise = ([keys = ''], name, options) => {
  const expected = 'a citation such as [@key], [@key, p. 3] or @key, with other words before it';
  const works = listWorks(keys);
  if (works.length === 0)
    return { expected, fix: 'Write [@key] with the key of a work, or remove it.' };
  const notes = options.map((note) => note.replaceAll('~', ' ').trim());
  const nearest = /^(citet|textcite)/i.test(name)
    ? nameWorks(works, notes.at(-1) ?? '')
    : joinWorks(works, notes);
  return { expected, nearest, right: nearest, fix: `Write ${nearest}.` };
};

function nameWorks(works: readonly string[], page: string): string {
  return page === '' ? works.join(' and ') : `${works.join(' and ')} (${page})`;
}

function listWorks(keys: string): string[] {
  return keys.split(',').flatMap((key) => (key.trim() === '' ? [] : [`@${key.trim()}`]));
}

function joinWorks(works: readonly string[], notes: readonly string[]): string {
  const page = notes.at(-1) ?? '';
  const before = notes.length > 1 && notes[0] ? `${notes[0]} ` : '';
  return `${before}[${works.join('; ')}${page === '' ? '' : `, ${page}`}]`;
}

/** Advises on a command that cites each work with its own pages: `\cites[1]{a}[2]{b}`. */
export const citeEach: Advise = (keys, _, options) => {
  const expected = 'a citation such as [@key, p. 3; @other]';
  const cited = keys.map(listWorks);
  const isClear = options.length === 0 || options.length === keys.length;
  if (!isClear || cited.some((works) => works.length === 0) || cited.length === 0)
    return { expected, fix: 'Write the works in one pair of brackets, each with its pages.' };
  const works = cited.map((some, index) =>
    [some.join('; '), options[index]?.replaceAll('~', ' ').trim()].filter(Boolean).join(', '),
  );
  const nearest = `[${works.join('; ')}]`;
  return { expected, nearest, right: nearest, fix: `Write ${nearest}.` };
};
