import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatApa } from '../../../src/bibliography/apa.ts';
import { formatCslJson, type CslItem } from '../../../src/bibliography/csl-json.ts';
import { formatBibtex, parseSources } from '../../../src/bibliography/export.ts';
import { parseBibliography } from '../../../src/bibliography/parse.ts';
import { buildReference, type Reference } from '../../../src/bibliography/reference.ts';
import { formatRis } from '../../../src/bibliography/ris.ts';
import { assertCslItem } from './csl-schema.ts';
import { readRis } from '../../../src/verify/ris-reader.ts';
import { formatShortText, listAuthors, parseEntries } from './specimen.ts';

/** A `.bib` text, and its last entry in each format. */
interface Specimen {
  name: string;
  bib: string;
  short?: string;
  fields?: { [Field in keyof Reference]?: Reference[Field] | undefined };
  /** The rules of the faults in the text; none where it is left out. */
  rules?: string[];
  apa?: string;
  /** The lines of the record between its type and its end. */
  ris?: string[];
  /** Properties of the item; one that must not be there is `undefined`. */
  csl?: { [Property in keyof CslItem]?: CslItem[Property] | undefined };
  /** The `.bib` file of this entry alone. */
  bibtex?: string;
}

const tex = String.raw;

const specimens: Specimen[] = [
  {
    name: 'nested braces',
    bib: tex`@misc{a, title = {The {{Deep} {Nest}} of {B}races}, author = {Doe, J.}, year = {2020}}`,
    short: 'Doe, J. (2020). “The Deep Nest of Braces.”',
    apa: 'Doe, J. (2020). The Deep Nest of Braces.',
    ris: ['AU Doe, J.', 'TI The Deep Nest of Braces', 'PY 2020'],
    csl: { title: 'The Deep Nest of Braces' },
  },
  {
    name: 'quoted values, with quotation marks in braces inside',
    bib: tex`@misc{a, title = "A {"}quoted{"} word", author = "Doe, Jane", year = "2020"}`,
    short: 'Doe, J. (2020). “A ‘quoted’ word.”',
    apa: 'Doe, J. (2020). A “quoted” word.',
    ris: ['AU Doe, Jane', 'TI A “quoted” word', 'PY 2020'],
    bibtex: tex`@misc{a, title = "A {"}quoted{"} word", author = "Doe, Jane", year = "2020"}
`,
  },
  {
    name: '@string, # and a number without delimiters',
    bib: tex`@string{conf = "International Conference"}
@STRING(topic = {on Learning})
@inproceedings{a, title = {T}, author = {Doe, J.}, booktitle = "Proc. " # Conf # { } # topic # " " # 12, year = 2020}`,
    short: 'Doe, J. (2020). “T.” Proc. International Conference on Learning 12.',
    apa: 'Doe, J. (2020). T. In Proc. International Conference on Learning 12.',
    csl: { 'container-title': 'Proc. International Conference on Learning 12' },
    bibtex: tex`@string{conf = {International Conference}}
@string{topic = {on Learning}}

@inproceedings{a, title = {T}, author = {Doe, J.}, booktitle = "Proc. " # Conf # { } # topic # " " # 12, year = 2020}
`,
  },
  {
    name: 'an @string that uses an earlier one',
    bib: tex`@string{a = {Journal}} @string{b = a # { of Tests}}
@article{x, title = {T}, author = {Doe, J.}, journal = b, year = 2020}`,
    fields: { venue: 'Journal of Tests' },
    bibtex: tex`@string{b = {Journal of Tests}}

@article{x, title = {T}, author = {Doe, J.}, journal = b, year = 2020}
`,
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
    bibtex: tex`@misc{a, title = {New}, author = {Doe, J.}, year = 2020}
`,
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
    apa: 'Gödel, K., & Erdős, P. (1930). Étude naïve de la façon.',
    ris: ['AU Gödel, Kurt', 'AU Erdős, Pál', 'TI Étude naïve de la façon', 'PY 1930'],
    csl: {
      author: [
        { family: 'Gödel', given: 'Kurt' },
        { family: 'Erdős', given: 'Pál' },
      ],
    },
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
    short: 'Gödel, K. & 山田太郎 (2020). “Ünïcode: 機械学習.”',
    ris: ['AU Gödel, Kurt', 'AU 山田, 太郎', 'TI Ünïcode: 機械学習', 'PY 2020'],
  },
  {
    name: 'dashes, ties, escaped signs, quotation marks',
    bib: tex`@misc{a, title = {R\&D at 5\,\%: ${'``'}yes''~--- the X--Y \#1 \_ model's ${'`'}no'}, author = {Doe, J.}, year = 2020}`,
    fields: { title: 'R&D at 5\u202F%: “yes”\u00A0— the X–Y #1 _ model’s ‘no’' },
  },
  {
    name: 'math is set in words',
    bib: tex`@misc{a, title = {An $O(n^{2}--\log n)$ bound, and \(x_1\) for \$5}, author = {Doe, J.}, year = 2020}`,
    fields: { title: 'An O(n²−− log n) bound, and x₁ for $5' },
    apa: 'Doe, J. (2020). An O(n²−− log n) bound, and x₁ for $5.',
    csl: { title: 'An O(n²−− log n) bound, and x₁ for $5' },
  },
  {
    name: 'case-protected words keep their letters',
    bib: tex`@misc{a, title = {{BERT}: Pre-training of {D}eep {Bidirectional} Transformers}, author = {Doe, J.}, year = 2020}`,
    fields: { title: 'BERT: Pre-training of Deep Bidirectional Transformers' },
    apa: 'Doe, J. (2020). BERT: Pre-training of Deep Bidirectional Transformers.',
    csl: { title: 'BERT: Pre-training of Deep Bidirectional Transformers' },
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
    apa: 'van Beethoven, L., de la Vallée Poussin, C. L., & von Neumann, J., III. (1930). T.',
    ris: [
      'AU van Beethoven, Ludwig',
      'AU de la Vallée Poussin, Charles Louis',
      'AU von Neumann, John, III',
      'TI T',
      'PY 1930',
    ],
    csl: {
      author: [
        { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
        { family: 'Vallée Poussin', given: 'Charles Louis', 'non-dropping-particle': 'de la' },
        { family: 'Neumann', given: 'John', 'non-dropping-particle': 'von', suffix: 'III' },
      ],
    },
  },
  {
    name: 'an organisation with “and” in its name',
    bib: tex`@misc{a, title = {T}, author = {{Barnes and Noble, Inc.} and Doe, Jane}, year = 2020}`,
    short: 'Barnes and Noble, Inc. & Doe, J. (2020). “T.”',
    apa: 'Barnes and Noble, Inc., & Doe, J. (2020). T.',
    ris: ['AU Barnes and Noble, Inc.', 'AU Doe, Jane', 'TI T', 'PY 2020'],
    csl: { author: [{ literal: 'Barnes and Noble, Inc.' }, { family: 'Doe', given: 'Jane' }] },
  },
  {
    name: 'and others',
    bib: tex`@misc{a, title = {T}, author = {Doe, Jane and others}, year = 2020}`,
    short: 'Doe, J. et al. (2020). “T.”',
    apa: 'Doe, J., et al. (2020). T.',
    ris: ['AU Doe, Jane', 'TI T', 'PY 2020', 'N1 The list of authors is not complete.'],
    csl: { author: [{ family: 'Doe', given: 'Jane' }] },
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
    apa: 'Roe, R. (Ed.). (2020). Proceedings of Things.',
    ris: ['ED Roe, Richard', 'TI Proceedings of Things', 'PY 2020'],
    csl: { author: undefined, editor: [{ family: 'Roe', given: 'Richard' }] },
  },
  {
    name: 'crossref: the proceedings stand below, their title is the booktitle',
    bib: tex`@proceedings{p, title = {Proc. of Things}, editor = {Roe, R.}, year = 2020, publisher = {Acme}, url = {https://example.org/}}
@inproceedings{a, title = {T}, author = {Doe, J.}, crossref = {P}}`,
    short: 'Doe, J. (2020). “T.” Proc. of Things.',
    fields: { publisher: 'Acme', address: undefined },
    apa: 'Doe, J. (2020). T. In R. Roe (Ed.), Proc. of Things. Acme.',
    ris: ['AU Doe, J.', 'ED Roe, R.', 'TI T', 'T2 Proc. of Things', 'PY 2020', 'PB Acme'],
    bibtex: tex`@inproceedings{a, title = {T}, author = {Doe, J.}, crossref = {P}}

@proceedings{p, title = {Proc. of Things}, editor = {Roe, R.}, year = 2020, publisher = {Acme}, url = {https://example.org/}}
`,
  },
  {
    name: 'biblatex: date, journaltitle, eprinttype',
    bib: tex`@article{a, title = {T}, author = {Doe, J.}, journaltitle = {J. Tests}, date = {2021-05-01}, eprinttype = {arxiv}, eprint = {2105.00001v2}}`,
    short: 'Doe, J. (2021). “T.” J. Tests.',
    fields: { eprint: '2105.00001v2', address: 'https://arxiv.org/abs/2105.00001v2' },
    apa: 'Doe, J. (2021). T. J. Tests. https://arxiv.org/abs/2105.00001v2',
    csl: { type: 'article-journal', issued: { 'date-parts': [[2021, 5, 1]] } },
  },
  {
    name: 'the arXiv entry that Google Scholar writes',
    bib: tex`@article{a, title = {T}, author = {Doe, J.}, journal = {arXiv preprint arXiv:1706.03762}, year = 2017}`,
    fields: { eprint: '1706.03762', address: 'https://arxiv.org/abs/1706.03762' },
    apa: 'Doe, J. (2017). T. arXiv:1706.03762. https://arxiv.org/abs/1706.03762',
    ris: [
      'AU Doe, J.',
      'TI T',
      'PY 2017',
      'PB arXiv',
      'AN arXiv:1706.03762',
      'UR https://arxiv.org/abs/1706.03762',
    ],
    csl: { type: 'article', publisher: 'arXiv', number: 'arXiv:1706.03762' },
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
    apa: 'Doe, J. (1998). T. J. https://doi.org/10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2',
    csl: { DOI: '10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2' },
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
    apa: 'Doe, J. (2020). T (pp. 1–10, 12–15, A3).',
    csl: { page: '1-10, 12-15, A3' },
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
  {
    name: 'a key that is there twice: the first entry stays',
    bib: tex`@misc{Doe2020, title = {First}, author = {Doe, J.}, year = 2020}
@misc{doe2020, title = {Second}, author = {Doe, J.}, year = 2020}`,
    rules: ['bibtex-duplicate-key'],
    short: 'Doe, J. (2020). “First.”',
    bibtex: tex`@misc{Doe2020, title = {First}, author = {Doe, J.}, year = 2020}
`,
  },
  {
    name: '2,000 authors',
    bib: `@article{a, title = {T}, author = {${listAuthors(2000)}}, journal = {J}, year = 2020}`,
    short: 'Author1, G. et al. (2020). “T.” J.',
    apa: `${Array.from({ length: 19 }, (_, index) => `Author${index + 1}, G.`).join(', ')}, … Author2000, G. (2020). T. J.`,
    ris: [
      ...Array.from({ length: 2000 }, (_, index) => `AU Author${index + 1}, Given`),
      ...['TI T', 'T2 J', 'PY 2020'],
    ],
    csl: {
      author: Array.from({ length: 2000 }, (_, index) => ({
        family: `Author${index + 1}`,
        given: 'Given',
      })),
    },
  },
  {
    name: 'an eprint without the name of its archive',
    bib: tex`@misc{a, title = {T}, author = {Doe, J.}, year = 1999, eprint = {arXiv:hep-th/9901001v3}, primaryclass = {hep-th}}`,
    apa: 'Doe, J. (1999). T. arXiv:hep-th/9901001v3. https://arxiv.org/abs/hep-th/9901001v3',
  },
  {
    name: 'the arXiv entry that DBLP writes: its volume is the identifier again',
    bib: tex`@article{DBLP:journals/corr/abs-1906-01820,
  author       = {Evan Hubinger and
                  Chris van Merwijk},
  title        = {Risks from Learned Optimization},
  journal      = {CoRR},
  volume       = {abs/1906.01820},
  year         = {2019},
  url          = {http://arxiv.org/abs/1906.01820},
  eprinttype    = {arXiv},
  eprint       = {1906.01820},
  timestamp    = {Thu, 13 Jun 2019 13:36:00 +0200},
  biburl       = {https://dblp.org/rec/journals/corr/abs-1906-01820.bib},
  bibsource    = {dblp computer science bibliography, https://dblp.org}
}`,
    short: 'Hubinger, E. & van Merwijk, C. (2019). “Risks from Learned Optimization.” CoRR.',
    apa: 'Hubinger, E., & van Merwijk, C. (2019). Risks from Learned Optimization. arXiv:1906.01820. http://arxiv.org/abs/1906.01820',
    csl: { type: 'article', volume: undefined, 'container-title': undefined },
  },
  {
    name: 'a paper in proceedings that is at arXiv too is no preprint',
    bib: tex`@inproceedings{a, title = {T}, author = {Doe, J.}, booktitle = {Proc. of Things}, year = 2020, eprint = {1906.01820}, archiveprefix = {arXiv}}`,
    apa: 'Doe, J. (2020). T. In Proc. of Things. https://arxiv.org/abs/1906.01820',
    csl: { type: 'paper-conference', publisher: undefined, number: undefined },
  },
  {
    name: 'commands that a preamble defines, one by another',
    bib: tex`@preamble{ "\newcommand{\acro}[1]{\textsc{#1}} \def\both#1#2{\acro{#1}--#2}" # "\providecommand{\url}[1]{#1}" }
@preamble{{\newcommand{\unused}{x}}}
@misc{a, title = {On \both{dna}{RNA}}, author = {Doe, J.}, year = 2020, howpublished = {\url{https://example.org/}}}`,
    fields: { title: 'On dna–RNA', url: 'https://example.org/' },
    bibtex: tex`@preamble{{\providecommand{\both}[2]{\acro{#1}--#2}
\providecommand{\acro}[1]{\textsc{#1}}}}

@misc{a, title = {On \both{dna}{RNA}}, author = {Doe, J.}, year = 2020, howpublished = {\url{https://example.org/}}}
`,
  },
  {
    name: 'crossref to an entry that uses a macro, which stands between the two',
    bib: tex`@inproceedings{a, title = {T}, author = {Doe, J.}, crossref = "p"}
@string{acme = "Acme {"}Press{"}"}
@proceedings{p, title = {Proc.}, editor = {Roe, R.}, year = 2020, publisher = acme}
@inproceedings{a2, title = {U}, author = {Doe, J.}, crossref = {p}}`,
    fields: { publisher: 'Acme “Press”' },
    bibtex: tex`@inproceedings{a2, title = {U}, author = {Doe, J.}, crossref = {p}}

@string{acme = {Acme {"}Press{"}}}

@proceedings{p, title = {Proc.}, editor = {Roe, R.}, year = 2020, publisher = acme}
`,
  },
  {
    name: 'a macro that is defined twice has the value that it had above',
    bib: tex`@string{j = {First}} @string{J = j # { Second}}
@article{a, title = {T}, author = {Doe, J.}, journal = j, year = 2020}
@string{j = {Third}}`,
    fields: { venue: 'First Second' },
    bibtex: tex`@string{j = {First Second}}

@article{a, title = {T}, author = {Doe, J.}, journal = j, year = 2020}
`,
  },
  {
    name: 'a thesis whose title asks, at a university with an accent',
    bib: tex`@phdthesis{a, title = {What Is a {B}ag?}, author = {Doe, Jane~Ann}, school = {ETH Z{\"u}rich}, year = 2020, type = {PhD thesis}}`,
    short: 'Doe, J. A. (2020). “What Is a Bag?” ETH Zürich.',
    apa: 'Doe, J. A. (2020). What Is a Bag? [Doctoral dissertation, ETH Zürich].',
    ris: [
      'AU Doe, Jane Ann',
      'TI What Is a Bag?',
      'PY 2020',
      'PB ETH Zürich',
      'M3 Doctoral dissertation',
    ],
    csl: { type: 'thesis', publisher: 'ETH Zürich', genre: 'Doctoral dissertation' },
  },
  {
    name: 'an organisation that publishes its own report',
    bib: tex`@techreport{a, title = {GPT-4 Technical Report}, author = {{OpenAI}}, institution = {OpenAI}, number = {TR--4}, year = 2023}`,
    apa: 'OpenAI. (2023). GPT-4 Technical Report (Report No. TR–4).',
    ris: ['AU OpenAI', 'TI GPT-4 Technical Report', 'PY 2023', 'SN TR–4', 'PB OpenAI'],
    csl: { author: [{ literal: 'OpenAI' }], publisher: 'OpenAI', number: 'TR–4' },
  },
  {
    name: 'a year that is none, and one that is two',
    bib: tex`@misc{b, title = {T}, author = {Doe, J.}, year = {1973--1975}}
@misc{a, title = {T}, author = {Doe, J.}, year = {in~press}}`,
    apa: 'Doe, J. (in\u00A0press). T.',
    ris: ['AU Doe, J.', 'TI T', 'PY ///in\u00A0press'],
    csl: { issued: { literal: 'in\u00A0press' } },
  },
];

for (const specimen of specimens) {
  const { name, bib, short, fields = {}, rules = [], apa, ris, csl, bibtex } = specimen;
  test(`BibTeX: ${name}`, () => {
    const { entries, faults } = parseBibliography(bib, 'content/references.bib');
    assert.deepEqual(
      faults.map(({ rule }) => rule),
      rules,
    );
    const last = entries.at(-1);
    assert(last);
    const reference = buildReference(last);
    if (short !== undefined) assert.equal(formatShortText(reference), short);
    for (const [field, value] of Object.entries(fields))
      assert.deepEqual(reference[field as keyof Reference], value, field);

    const inApa = formatApa(reference);
    assert.doesNotMatch(inApa, /undefined|[.,] ?\.(?! \()|\s\s/);
    if (apa !== undefined) assert.equal(inApa, apa);

    const [record, ...otherRecords] = readRis(formatRis([reference]));
    assert(record && otherRecords.length === 0);
    if (ris)
      assert.deepEqual(
        record.lines.map(([tag, value]) => `${tag} ${value}`),
        ris,
      );

    const [item] = formatCslJson([reference]);
    assertCslItem(item);
    assert(item);
    for (const [property, value] of Object.entries(csl ?? {}))
      assert.deepEqual(item[property as keyof CslItem], value, property);

    // Whatever the entry leaned on in its file, alone it says the same, in the same bytes.
    const alone = formatBibtex([reference], parseSources(bib));
    assert(alone.includes(last.source));
    if (bibtex !== undefined) assert.equal(alone, bibtex);
    const again = parseEntries(alone).find(({ key }) => key === last.key);
    assert(again);
    assert.deepEqual(again.fields, last.fields);
    assert.deepEqual(buildReference(again), reference);
  });
}

test('the corpus is large enough to be one', () => {
  assert(specimens.length >= 40);
  assert.equal(new Set(specimens.map(({ name }) => name)).size, specimens.length);
});
