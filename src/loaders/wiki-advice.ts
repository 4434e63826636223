import { createSectionLabels } from '../lib/label.ts';
import type { MarkAdvice } from './tex-advice.ts';

const picture = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

const write = (expected: string, nearest: string): MarkAdvice => ({
  expected,
  nearest,
  fix: `Write ${nearest}.`,
});

const linked = 'a link written as [words](address)';

const sure = (expected: string, right: string): MarkAdvice => ({
  ...write(expected, right),
  right,
});

/** The citations of Org mode, `cite:a,b` or `cite:&a;&b`, or of Pandoc. None, if they have other words that are not certain. */
function readKeys(page: string): string[] | undefined {
  const [, kind, works = ''] = /^(cite\w*:|(?=&?@))(.+)$/.exec(page) ?? [];
  if (kind === undefined) return undefined;
  const isOrg = kind !== '';
  const parts = works.split(isOrg ? /[,;]/ : ';').map((part) => part.trim().replace(/^&?@?/, '@'));
  const named = parts.filter((part) => part !== '@');
  const form = isOrg ? /^@\p{L}[\p{L}\p{N}_:.+/-]*$/u : /^@\p{L}[^@;]*$/u;
  return named.every((part) => form.test(part)) ? named : [];
}

/** Advice for a link, a picture or a citation of a wiki, `[[page|words]]`, or of Org mode, `[[address][words]]`. */
export function adviseOnWiki(mark: string): MarkAdvice {
  const [, sign = '', target = ''] = /^(!?)\[\[(.*)\]\]$/.exec(mark) ?? [];
  // In a table, the line between the page and its words has a backslash before it.
  const [written = '', words = written] = target.split(/\\?\||\]\[/);
  const page = written.replace(/^(?:file|attachment):/, '');
  const text = words.replace(/^(?:file|id):/, '');
  const isNamed = words !== written;
  const keys = readKeys(page);
  if (keys !== undefined) {
    const expected = 'a citation such as [@key]';
    if (keys.length === 0)
      return { expected, fix: 'Write the works as [@key; @other], and a page as [@key, p. 3].' };
    const citation = `[${keys.join('; ')}]`;
    return isNamed ? write(expected, citation) : sure(expected, citation);
  }
  if (/^(?:https?:\/\/|www\.|mailto:|doi:|arxiv:)\S+$/i.test(page) && sign === '') {
    const address = page.replace(/^(?=www\.)/i, 'https://');
    const isAlone = !isNamed && /^(?:https?|mailto):/i.test(address);
    const link = isAlone ? `<${address}>` : `[${text}](${address})`;
    return /[()<>]/.test(page) ? write(linked, link) : sure(linked, link);
  }
  const [file = '', part] = page.split('#');
  // A picture of another site belongs beside the entry.
  const own = file.replace(/^https?:.*\//, '').replace(/^(?:\.?\/)+/, '');
  const path = `./${own.replaceAll(' ', '%20')}`;
  if (picture.test(file))
    return write('an image beside the entry, with a description', `![a description](${path})`);
  if (/\.(?:mp4|webm|mov|mp3|m4a|wav|ogg)$/i.test(file))
    return write('a film or a sound beside the entry', `![a description](${path})`);
  if (/\.(?:pdf|csv|tsv|xlsx?|pptx?|docx?|zip|txt|json|bib)$/i.test(file))
    return write('a link to a file beside the entry', `[${text}](${path})`);
  if (file === '' && part !== undefined && !part.startsWith('^'))
    return write(
      'a link to a heading, written as [words](#a-heading)',
      `[${text.replace(/^#/, '')}](#${createSectionLabels()(part, part).id})`,
    );
  if (sign !== '')
    return {
      expected: 'the text itself; a page shows no part of another one',
      fix: 'Copy the text to this place, or write a link: [words](…) with the address of the page, such as /papers/name/.',
    };
  if (!/^\p{L}/u.test(page))
    return {
      expected: 'literal brackets with \\ before each; two on each side are a link of a wiki',
      fix: 'Write \\[ and \\].',
    };
  const shown = text === page && page.startsWith('id:') ? 'words' : text;
  return {
    expected: linked,
    fix: `Write [${shown}](…) with the address of the page, such as /papers/name/. Literal brackets are \\[ and \\].`,
  };
}
