import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatShortText } from '../../../src/bibliography/format.ts';
import { parseBibliography } from '../../../src/bibliography/parse.ts';
import { buildReference, type Reference } from '../../../src/bibliography/reference.ts';
import { formatFaults } from '../../../src/lib/fault.ts';

/** A `.bib` text, and what its last entry must come out as: in short, and field by field. */
interface Specimen {
  name: string;
  bib: string;
  short?: string;
  fields?: { [Field in keyof Reference]?: Reference[Field] | undefined };
}

const tex = String.raw;

const specimens: Specimen[] = [
  {
    name: 'nested braces',
    bib: tex`@misc{a, title = {The {{Deep} {Nest}} of {B}races}, author = {Doe, J.}, year = {2020}}`,
    short: 'Doe, J. (2020). “The Deep Nest of Braces.”',
  },
  {
    name: 'quoted values, with quotation marks in braces inside',
    bib: tex`@misc{a, title = "A {"}quoted{"} word", author = "Doe, Jane", year = "2020"}`,
    short: 'Doe, J. (2020). “A ‘quoted’ word.”',
  },
  {
    name: '@string, # and a number without delimiters',
    bib: tex`@string{conf = "International Conference"}
@STRING(topic = {on Learning})
@inproceedings{a, title = {T}, author = {Doe, J.}, booktitle = "Proc. " # Conf # { } # topic # " " # 12, year = 2020}`,
    short: 'Doe, J. (2020). “T.” Proc. International Conference on Learning 12.',
  },
  {
    name: 'an @string that uses an earlier one',
    bib: tex`@string{a = {Journal}} @string{b = a # { of Tests}}
@article{x, title = {T}, author = {Doe, J.}, journal = b, year = 2020}`,
    fields: { venue: 'Journal of Tests' },
  },
  {
    name: 'month macros',
    bib: tex`@misc{a, title = {T}, author = {Doe, J.}, year = 2020, month = 10 # "~" # jan}`,
    short: 'Doe, J. (2020). “T.”',
  },
  {
    name: '@comment with a whole entry inside, which is not read',
    bib: tex`@comment{
@misc{a, title = {Old}, author = {Doe, J.}, year = 2019}
}
@misc{a, title = {New}, author = {Doe, J.}, year = 2020}`,
    short: 'Doe, J. (2020). “New.”',
  },
  {
    name: '@comment without braces ends with its line',
    bib: tex`@Comment everything { unbalanced @misc
@misc{a, title = {New}, author = {Doe, J.}, year = 2020}`,
    short: 'Doe, J. (2020). “New.”',
  },
  {
    name: 'the comment that JabRef writes',
    bib: tex`@misc{a, title = {T}, author = {Doe, J.}, year = 2020}

@Comment{jabref-meta: databaseType:bibtex;}`,
    short: 'Doe, J. (2020). “T.”',
  },
  {
    name: '@preamble',
    bib: tex`@preamble{ "\newcommand{\noopsort}[1]{} " # "x" }
@misc{a, title = {T}, author = {Doe, J.}, year = {{\noopsort{1973a}}1973}}`,
    short: 'Doe, J. (1973). “T.”',
  },
  {
    name: 'an entry in parentheses',
    bib: tex`@misc(a, title = {A (parenthetical) title}, author = {Doe, J.}, year = 2020)`,
    short: 'Doe, J. (2020). “A (parenthetical) title.”',
  },
  {
    name: 'text between entries, an address with @ and a line after %',
    bib: tex`My references; write to jane@lab{.}example.org, see @jane (there) {or not}.
% @misc{old, title = {unbalanced
% 50 } @artcle
@misc{a, title = {T}, author = {Doe, J.}, year = 2020}
The end.`,
    short: 'Doe, J. (2020). “T.”',
  },
  {
    name: 'blanks and capitals wherever BibTeX allows them',
    bib: tex`@ MISC
    {  a
    , TITLE={T}
    , Author   =   {Doe, J.}
    , yEAR = 2020
    ,
    }`,
    short: 'Doe, J. (2020). “T.”',
  },
  {
    name: 'everything on one line, two entries',
    bib: tex`@misc{a,title={A},author={Doe, J.},year=2019}@misc{b,title={B},author={Doe, J.},year=2020}`,
    short: 'Doe, J. (2020). “B.”',
  },
  {
    name: 'accents in TeX, in braces and without',
    bib: tex`@misc{a, title = {\'Etude na\"{\i}ve de la fa\c{c}on}, author = {G{\"o}del, Kurt and Erd{\H{o}}s, P\'al}, year = 1930}`,
    short: 'Gödel, K. & Erdős, P. (1930). “Étude naïve de la façon.”',
  },
  {
    name: 'letters that are commands',
    bib: tex`@misc{a, title = {Stra{\ss}e, \O re, \AA ngstr{\"o}m, {\L}\'od\'z, \ae{}on}, author = {S{\o}rensen, {\AA}ge and {\L}ukasiewicz, Jan}, year = 1930}`,
    short: 'Sørensen, Å. & Łukasiewicz, J. (1930). “Straße, Øre, Ångström, Łódź, æon.”',
  },
  {
    name: 'háčeks and ogoneks; a command keeps its letter over a blank',
    bib: tex`@misc{a, title = {T}, author = {{\v S}im{\'a}nek, Ji{\v{r}}{\'\i} and Wa{\l}{\k e}sa, Lech}, year = 1930}`,
    short: 'Šimánek, J. & Wałęsa, L. (1930). “T.”',
  },
  {
    name: 'Unicode, composed and not',
    bib: `@misc{a, title = {Ünïcode: 機械学習}, author = {Go\u0308del, Kurt and 山田, 太郎}, year = 2020}`,
    short: 'Gödel, K. & 山田, 太. (2020). “Ünïcode: 機械学習.”',
  },
  {
    name: 'dashes, ties, escaped signs, quotation marks',
    bib: tex`@misc{a, title = {R\&D at 5\,\%: ${'``'}yes''~--- the X--Y \#1 \_ model's ${'`'}no'}, author = {Doe, J.}, year = 2020}`,
    fields: { title: 'R&D at 5\u202F%: “yes”\u00A0— the X–Y #1 _ model’s ‘no’' },
  },
  {
    name: 'math is left as it is, braces, dashes and all',
    bib: tex`@misc{a, title = {An $O(n^{2}--\log n)$ bound, and \(x_1\) for \$5}, author = {Doe, J.}, year = 2020}`,
    fields: { title: 'An $O(n^{2}--\\log n)$ bound, and $x_1$ for $5' },
  },
  {
    name: 'case-protected words keep their letters',
    bib: tex`@misc{a, title = {{BERT}: Pre-training of {D}eep {Bidirectional} Transformers}, author = {Doe, J.}, year = 2020}`,
    fields: { title: 'BERT: Pre-training of Deep Bidirectional Transformers' },
  },
  {
    name: 'commands for the look of text leave the text',
    bib: tex`@misc{a, title = {\emph{In vivo} and {\em in vitro} \textbf{H\textsubscript{2}O}, \textsc{Foo}}, author = {Doe, J.}, year = 2020}`,
    fields: { title: 'In vivo and in vitro H₂O, Foo' },
  },
  {
    name: 'a title over several lines, with tabs',
    bib: '@misc{a, title = {A title\n\t\tover   three\r\n  lines}, author = {Doe, J.}, year = 2020}',
    short: 'Doe, J. (2020). “A title over three lines.”',
  },
  {
    name: 'von-names in each of the three forms',
    bib: tex`@misc{a, title = {T}, author = {Ludwig van Beethoven and de la Vall{\'e}e Poussin, Charles Louis and von Neumann, III, John}, year = 1930}`,
    fields: {
      authors: [
        { given: 'Ludwig', particle: 'van', family: 'Beethoven', suffix: '' },
        { given: 'Charles Louis', particle: 'de la', family: 'Vallée Poussin', suffix: '' },
        { given: 'John', particle: 'von', family: 'Neumann', suffix: 'III' },
      ],
    },
  },
  {
    name: 'an organisation with “and” in its name',
    bib: tex`@misc{a, title = {T}, author = {{Barnes and Noble, Inc.} and Doe, Jane}, year = 2020}`,
    short: 'Barnes and Noble, Inc. & Doe, J. (2020). “T.”',
  },
  {
    name: 'and others',
    bib: tex`@misc{a, title = {T}, author = {Doe, Jane and others}, year = 2020}`,
    short: 'Doe, J. et al. (2020). “T.”',
  },
  {
    name: 'names broken over lines, AND in capitals, a nickname',
    bib: tex`@misc{a, title = {T}, author = {Gu, Shixiang (Shane)
      AND
      Reid,
      Machel}, year = 2020}`,
    short: 'Gu, S. & Reid, M. (2020). “T.”',
  },
  {
    name: 'editors where there are no authors',
    bib: tex`@proceedings{a, title = {Proceedings of Things}, editor = {Roe, Richard}, year = 2020}`,
    short: 'Roe, R. (2020). “Proceedings of Things.”',
  },
  {
    name: 'crossref: the proceedings stand below, their title is the booktitle',
    bib: tex`@proceedings{p, title = {Proc. of Things}, editor = {Roe, R.}, year = 2020, publisher = {Acme}, url = {https://example.org/}}
@inproceedings{a, title = {T}, author = {Doe, J.}, crossref = {P}}`,
    short: 'Doe, J. (2020). “T.” Proc. of Things.',
    fields: { publisher: 'Acme', address: undefined },
  },
  {
    name: 'biblatex: date, journaltitle, eprinttype',
    bib: tex`@article{a, title = {T}, author = {Doe, J.}, journaltitle = {J. Tests}, date = {2021-05-01}, eprinttype = {arxiv}, eprint = {2105.00001v2}}`,
    short: 'Doe, J. (2021). “T.” J. Tests.',
    fields: { eprint: '2105.00001v2', address: 'https://arxiv.org/abs/2105.00001v2' },
  },
  {
    name: 'the arXiv entry that Google Scholar writes',
    bib: tex`@article{a, title = {T}, author = {Doe, J.}, journal = {arXiv preprint arXiv:1706.03762}, year = 2017}`,
    fields: { eprint: '1706.03762', address: 'https://arxiv.org/abs/1706.03762' },
  },
  {
    name: 'an eprint of another archive is no arXiv id',
    bib: tex`@misc{a, title = {T}, author = {Doe, J.}, year = 2020, eprint = {1234.56789}, archiveprefix = {HAL}}`,
    fields: { eprint: undefined, address: undefined },
  },
  {
    name: 'a DOI with signs that an address must escape',
    bib: tex`@article{a, title = {T}, author = {Doe, J.}, journal = {J}, year = 1998, url = {https://example.org}, doi = {https://doi.org/10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2}}`,
    fields: {
      doi: '10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2',
      address:
        'https://doi.org/10.1002/(SICI)1097-0258(19980815)17%3A15%3C1661%3A%3AAID-SIM968%3E3.0.CO%3B2-2',
    },
  },
  {
    name: 'an address with TeX escapes',
    bib: tex`@misc{a, title = {T}, author = {Doe, J.}, year = 2020, url = {\url{https://example.org/\~{}doe/a\_b\%20c\#d--e}}}`,
    fields: { address: 'https://example.org/~doe/a_b%20c#d--e' },
  },
  {
    name: 'pages with one hyphen, two, and several ranges',
    bib: tex`@misc{a, title = {T}, author = {Doe, J.}, year = 2020, pages = {1-10, 12--15, A3}}`,
    fields: { pages: '1–10, 12–15, A3' },
  },
  {
    name: 'a field named like a property of every object',
    bib: tex`@misc{__proto__, title = {T}, author = {Doe, J.}, year = 2020, constructor = {x}, __proto__ = {y}}`,
    short: 'Doe, J. (2020). “T.”',
  },
  {
    name: 'a byte order mark, and Windows line ends',
    bib: '\uFEFF@misc{a,\r\n  title = {T},\r\n  author = {Doe, J.},\r\n  year = 2020\r\n}\r\n',
    short: 'Doe, J. (2020). “T.”',
  },
  {
    name: 'a key with the signs that DBLP puts in it',
    bib: tex`@misc{DBLP:conf/nips/Doe-20+a.b, title = {T}, author = {Doe, J.}, year = 2020}`,
    fields: { key: 'DBLP:conf/nips/Doe-20+a.b' },
  },
  {
    name: 'an indented @type{ within a value is part of the value',
    bib: tex`@misc{a, title = {T}, author = {Doe, J.}, year = 2020, annote = {Cite it as
  @misc{b, title = {T}}
  or so.}}`,
    short: 'Doe, J. (2020). “T.”',
  },
];

for (const { name, bib, short, fields = {} } of specimens) {
  test(`BibTeX: ${name}`, () => {
    const { entries, faults } = parseBibliography(bib, 'content/references.bib');
    assert.equal(faults.length, 0, formatFaults(faults));
    const last = entries.at(-1);
    assert(last);
    const reference = buildReference(last);
    if (short !== undefined) assert.equal(formatShortText(reference), short);
    for (const [field, value] of Object.entries(fields))
      assert.deepEqual(reference[field as keyof Reference], value, field);
  });
}
