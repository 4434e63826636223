import { createSectionLabels } from '../lib/label.ts';
import type { MarkAdvice } from './tex-advice.ts';

const picture = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

const write = (expected: string, nearest: string): MarkAdvice => ({
  expected,
  nearest,
  fix: `Write ${nearest}.`,
});

const sure = (expected: string, right: string): MarkAdvice => ({
  ...write(expected, right),
  right,
});

/** Advice for a link, a picture or a citation of a wiki, `[[page|words]]`, or of Org mode, `[[address][words]]`. */
export function adviseOnWiki(mark: string): MarkAdvice {
  const [, sign = '', target = ''] = /^(!?)\[\[(.*)\]\]$/.exec(mark) ?? [];
  // In a table, the line between the page and its words has a backslash before it.
  const [written = '', words = written] = target.split(/\\?\||\]\[/);
  const page = written.replace(/^(?:file|attachment):/, '');
  const text = words.replace(/^(?:file|id):/, '');
  const key = /^(?:cite\w*:)?&?@(.+)$|^cite\w*:&?(.+)$/.exec(page)?.slice(1).find(Boolean);
  if (key !== undefined) return sure('a citation such as [@key]', `[@${key}]`);
  if (/^https?:\/\/\S+$/.test(page))
    return sure('a link written as [words](address)', `[${text}](${page})`);
  const [file = '', part] = page.split('#');
  const path = `./${file.replace(/^(?:\.?\/)+/, '').replaceAll(' ', '%20')}`;
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
    expected: 'a link written as [words](address)',
    fix: `Write [${shown}](…) with the address of the page, such as /papers/name/. Literal brackets are \\[ and \\].`,
  };
}
