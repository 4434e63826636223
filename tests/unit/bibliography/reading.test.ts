import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatApa } from '../../../src/bibliography/apa.ts';
import { formatNamed, formatShort } from '../../../src/bibliography/format.ts';
import { checkIdentifiers, chooseDoi } from '../../../src/bibliography/identifiers.ts';
import { checkBibliography, findUsed } from '../../../src/bibliography/lint.ts';
import { parseBibliography } from '../../../src/bibliography/parse.ts';
import { removePrivateFields } from '../../../src/bibliography/private-fields.ts';
import { buildReference } from '../../../src/bibliography/reference.ts';
import { isNotice } from '../../../src/lib/notice.ts';
import { english } from '../../../src/words/words.ts';

const tex = String.raw;

/** The rules that a text breaks, those of notices in brackets, if `uses` are cited. */
function listRules(bib: string, ...uses: string[]): string[] {
  const { entries, faults } = parseBibliography(bib, 'a.bib');
  const used = findUsed(entries, uses);
  const cited = new Set([...used].map(({ key }) => key.toLowerCase()));
  return [...faults, ...checkBibliography(entries, used, 'a.bib')]
    .filter(({ rule }) => rule !== 'bibtex-unused')
    .map((fault) => (isNotice(fault, cited) ? `(${fault.rule})` : fault.rule));
}

/** The fields of a work besides title and author, its type, and the end of its reference. */
const works: [type: string, fields: string, apa: string][] = [
  ['misc', tex`howpublished={\url{https://example.org/a_b}}`, ' T. https://example.org/a_b'],
  ['misc', tex`note={\url{https://example.org/page}}`, ' T. https://example.org/page'],
  ['misc', 'note={https://example.org/page.}', ' T. https://example.org/page.'],
  [
    'misc',
    tex`howpublished={Online at \href{https://example.org}{the site}, May 2020}`,
    ' T. Online at the site (https://example.org), May 2020.',
  ],
  [
    'misc',
    tex`howpublished={\url{http://dx.doi.org/10.1000/a}}, url={http://dx.doi.org/10.1000/a}, doi={10.1000/A}`,
    ' T. https://doi.org/10.1000/A',
  ],
  ['manual', 'note={R package version 1.2.1}', ' T (Version 1.2.1).'],
  ['misc', 'note={R package version 1.2.1}, version={2}', ' T (Version 2).'],
  ['misc', 'note={A package for version 2}', ' T.'],
  ['inproceedings', 'booktitle={P}, pages={9 pp.-150}', ' T. In P (9 pp.-150).'],
  ['inproceedings', 'booktitle={P}, pages={5 pp.}', ' T. In P (5 pp.).'],
  ['misc', 'howpublished={Poster}', ' T. Poster.'],
  ['misc', tex`howpublished={Poster\index{a!b}\index{c}}`, ' T. Poster.'],
  ['patent', 'number={US 1,234}, holder={{Acme}}', ' T (Patent No. US 1,234). Acme.'],
  ['patent', 'number={1234}, type={patentus}', ' T (U.S. Patent No. 1234).'],
  ['thesis', 'type={phdthesis}, institution={U}', ' T [Doctoral dissertation, U].'],
  ['thesis', 'type={mathesis}, school={U}', ' T [Master’s thesis, U].'],
  ['thesis', 'type={candthesis}, institution={U}', ' T [Candidate thesis, U].'],
  ['thesis', 'type={Habilitation thesis}, institution={U}', ' T [Habilitation thesis, U].'],
  ['phdthesis', 'type={Ph.D. Thesis}, school={U}', ' T [Doctoral dissertation, U].'],
  ['mastersthesis', 'type={Diplomarbeit}, school={U}', ' T [Diplomarbeit, U].'],
  ['techreport', 'type={Memo}, number={12}, institution={I}', ' T (Memo No. 12). I.'],
  ['techreport', 'type={techreport}, institution={I}', ' T [Technical report]. I.'],
  ['book', 'edition={2}, series={S}, number={7}, publisher={P}', ' T (2nd ed., S, No. 7). P.'],
  ['book', 'edition={Second}, volume={3}, publisher={P}', ' T (Second ed., Vol. 3). P.'],
  ['book', 'edition={石印本}, number={September}, series={S}', ' T (石印本, S, September).'],
  ['misc', tex`url={http://a.org/$^\sim$b}`, ' T. http://a.org/~b'],
  ['book', 'subtitle={And More}, publisher={P}', ' T: And More. P.'],
  [
    'incollection',
    'booktitle={B}, editor={Roe, Max and Moe, A.}, chapter={3}, pages={1-5}, publisher={P}',
    ' T. In M. Roe & A. Moe (Eds.), B (Chap. 3, pp. 1–5). P.',
  ],
  ['inproceedings', 'eventtitle={E 2020}, location={Vienna}', ' T. In E 2020. Vienna.'],
  ['misc', 'type={Invited talk at E}, location={Vienna}', ' T [Invited talk at E]. Vienna.'],
  ['misc', 'type={Keynote (invited)}, location={Vienna}', ' T [Keynote (invited)]. Vienna.'],
  ...['Lecture notes', 'Seminar paper', 'Working paper (seminar version)'].map(
    (type): [string, string, string] => [
      'misc',
      `type={${type}}, location={Vienna}`,
      ` T [${type}].`,
    ],
  ),
  ['article', 'journal={J}, volume={1}, eid={e12}', ' T. J, 1, Article e12.'],
  ['article', 'journal={J}, volume={1}, pages={Paper No. 308, 38}', ' T. J, 1, Article 308.'],
  ['article', 'journal={J}, volume={1}, pages={Art. ID e12, 9 pp.}', ' T. J, 1, Article e12.'],
  ['article', 'journal={J}, volume={n° 40}, number={n° 4}', ' T. J, 40(4).'],
  ['article', 'journal={J}, volume={1}, pages={312--312}', ' T. J, 1, 312.'],
  [
    'misc',
    'eprint={2301.11593}, archiveprefix={arXiv}, howpublished={Preprint, {arXiv}:2301.11593 [math.{AG}] (2023)}',
    ' T. arXiv:2301.11593. https://arxiv.org/abs/2301.11593',
  ],
  ['article', 'journal={J}, url={example.org/a/1}', ' T. J. https://example.org/a/1'],
  ['article', 'journal={J}, url={https://a.org/?v=%mm2B}', ' T. J. https://a.org/?v=%25mm2B'],
  ['article', tex`journal={\aap}`, ' T. Astronomy and Astrophysics.'],
  [
    'article',
    'eprint={1906.01234}, eprinttype={arXiv}',
    ' T. arXiv:1906.01234. https://arxiv.org/abs/1906.01234',
  ],
  [
    'misc',
    'url={https://arxiv.org/pdf/1906.01234v2.pdf}',
    ' T. arXiv:1906.01234v2. https://arxiv.org/pdf/1906.01234v2.pdf',
  ],
  [
    'misc',
    'eprint={arXiv:1906.01234v2 [cs.LG]}, archiveprefix={arXiv}',
    ' T. arXiv:1906.01234v2. https://arxiv.org/abs/1906.01234v2',
  ],
  [
    'article',
    'journal={J}, doi={HTTPS://DX.DOI.ORG/10.1000/ABC}',
    ' T. J. https://doi.org/10.1000/ABC',
  ],
  ['article', 'journal={J}, doi={doi: 10.1000/abc.}', ' T. J. https://doi.org/10.1000/abc'],
  [
    'article',
    'journal={J}, url={http://dx.doi.org/10.1000/abc}',
    ' T. J. https://doi.org/10.1000/abc',
  ],
  [
    'article',
    'journal={J}, url={doi:<a href="https://doi.org/10.1000/xyz">10.1000/xyz</a>}',
    ' T. J. https://doi.org/10.1000/xyz',
  ],
  ...(
    [
      ['eprint={17384642}, eprinttype={pubmed}', 'https://pubmed.ncbi.nlm.nih.gov/17384642/'],
      ['eprint={2117028}, eprinttype={JSTOR}', 'https://www.jstor.org/stable/2117028'],
      ['eprint={2142/73423}, eprinttype={hdl}', 'https://hdl.handle.net/2142/73423'],
      [
        'eprint={L9Sd_-6yUc8C}, eprinttype={googlebooks}',
        'https://books.google.com/books?id=L9Sd_-6yUc8C',
      ],
      [
        'eprint={1201.001}, archiveprefix={ascl}, pages={ascl:1201.001}',
        'https://ascl.net/1201.001',
      ],
      ['pages={ascl:1201.001}', 'https://ascl.net/1201.001'],
      ['eid={ascl:1201.001}', 'https://ascl.net/1201.001'],
      ['eprint={2023/123}, archiveprefix={IACR}', 'https://eprint.iacr.org/2023/123'],
      [
        'eprint={10.1101/2020.01.02.123456}, eprinttype={bioRxiv}',
        'https://doi.org/10.1101/2020.01.02.123456',
      ],
      ['pmid={17384642}', 'https://pubmed.ncbi.nlm.nih.gov/17384642/'],
      ['pmid={17384642}, pmcid={PMC123456}', 'https://pmc.ncbi.nlm.nih.gov/articles/PMC123456/'],
      ['pmid={17384642}, url={https://x.org}', 'https://x.org'],
      ['pmid={17384642}, doi={10.1000/1}', 'https://doi.org/10.1000/1'],
    ] as const
  ).map(([fields, link]): [string, string, string] => [
    'article',
    `journal={J}, ${fields}`,
    ` T. J. ${link}`,
  ]),
  ['article', 'journal={J}, eprint={no number}, eprinttype={pubmed}', ' T. J.'],
  ['misc', 'pages={ascl:1234}', ' T (ascl:1234).'],
  ['article', 'journal={J}, pages={nil}', ' T. J.'],
  ['misc', 'url={www.example.org}', ' T. https://www.example.org'],
  [
    'article',
    'journal={J}, eprint={https://doi.org/10.1000/a}',
    ' T. J. https://doi.org/10.1000/a',
  ],
  [
    'software',
    'version={v1.2}, url={https://x.org}',
    ' T (Version 1.2) [Computer software]. https://x.org',
  ],
  ['online', 'organization={W3C}, url={https://x.org}', ' T. W3C. https://x.org'],
  ['misc', 'type={Blog post}, publisher={P}', ' T [Blog post]. P.'],
  [
    'article',
    'journal={J}, volume={Vol. 12}, number={No. 3}, pages={pp. 1-–2}',
    ' T. J, 12(3), 1–2.',
  ],
  ['inproceedings', 'booktitle={B}, volume={Volume 2}, pages={p. 7}', ' T. In B (Vol. 2, p. 7).'],
  ['inproceedings', 'booktitle={B}, pages={P7--P9}', ' T. In B (pp. P7–P9).'],
  ['article', 'journal={J}, pages={--}', ' T. J.'],
  ['incollection', 'booktitle={B}, editor={Roe, R. and others}', ' T. In R. Roe et al. (Eds.), B.'],
  ['book', 'editor={Roe, R. and others}, publisher={P}', ' T (R. Roe et al., Eds.). P.'],
  [
    'article',
    'journal={ArXiv}, volume={abs/1706.03762}',
    ' T. arXiv:1706.03762. https://arxiv.org/abs/1706.03762',
  ],
  ['book', 'edition={2nd edition}, publisher={P}', ' T (2nd ed.). P.'],
  ['book', 'pages={xii+300}, publisher={P}', ' T. P.'],
  ['book', 'pages={1 online resource (300 S.)}, publisher={P}', ' T. P.'],
  ['book', 'pages={12--30}, publisher={P}', ' T (pp. 12–30). P.'],
  ['phdthesis', 'pages={300 pages}, school={S}', ' T [Doctoral dissertation, S].'],
  [
    'article',
    'journal={arXiv e-prints}, eid={arXiv:1706.03762}, pages={arXiv:1706.03762}, eprint={1706.03762}',
    ' T. arXiv:1706.03762. https://arxiv.org/abs/1706.03762',
  ],
  [
    'article',
    'journal={ArXiv e-prints}, eid={arXiv:1706.03762}',
    ' T. arXiv:1706.03762. https://arxiv.org/abs/1706.03762',
  ],
];

for (const [type, fields, apa] of works)
  test(`@${type} with ${fields} is read`, () => {
    const bib = `@${type}{a, title={T}, author={Doe, J.}, year=2020, ${fields}}`;
    assert.deepEqual(
      listRules(bib, 'a').filter((rule) => rule !== '(bibtex-missing-field)'),
      [],
    );
    const [entry] = parseBibliography(removePrivateFields(bib), 'a.bib').entries;
    assert(entry);
    assert.equal(formatApa(buildReference(entry)), `Doe, J. (2020).${apa}`);
  });

const years: [field: string, year: string][] = [
  ['year={2019-2020}', '2019–2020'],
  ['year={2019-20}', '2019–20'],
  ['year={2019-05}', '2019'],
  ['year={0800}', '800'],
  ['year={-300}', '300 B.C.E.'],
  ['date={-0300}', '300 B.C.E.'],
  ['date={-0044-03-15}', '44 B.C.E.'],
  ['date={-0300/-0280}', '300–280 B.C.E.'],
  ['date={-0027/0014}', '27 B.C.E.–14'],
  ['date={2019/..}', '2019'],
  ['date={2019/}', '2019'],
  ['date={1850~}', 'c. 1850'],
  ['date={1850~/1860~}', '1850–1860'],
  ['date={2019-11-30/2020-01-02}', '2019–2020'],
  ['date={2019-01/2019-05}', '2019'],
  ['date={199X}', '1990–1999'],
  ['date={19XX}', '1900–1999'],
  ['date={199u}', '1990–1999'],
  ['date={19uu}', '1900–1999'],
  ['date={2004-XX}', '2004'],
  ['date={2004-06-XX}', '2004'],
  ['date={2020-21}', '2020'],
  ['date={2020-5-3}', '2020'],
  ['date={2020-05-03T10:00:00Z}', '2020'],
];

for (const [field, year] of years)
  test(`${field} is printed as ${year}`, () => {
    const bib = `@misc{a, title={T}, author={Doe, J.}, ${field}}`;
    assert.deepEqual(listRules(bib, 'a'), []);
    const [entry] = parseBibliography(bib, 'a.bib').entries;
    assert(entry);
    assert.equal(formatApa(buildReference(entry)), `Doe, J. (${year}). T.`);
  });

const undated: [bib: string, apa: string][] = [
  [
    '@online{a, title={T}, author={Doe, J.}, url={https://example.org/}, urldate={2021-03-04}}',
    'Doe, J. (n.d.). T. Retrieved March 4, 2021, from https://example.org/',
  ],
  ...[
    'urldate={2 January 2024}',
    'urldate={January 2nd, 2024}',
    'urldate={2024/1/2}',
    'note={Accessed: 2024-01-02}',
    'note={[Online; accessed 2-January-2024]}',
    'note={Last accessed 2. Jan. 2024}',
  ].map((fields): [string, string] => [
    `@online{a, title={T}, author={Doe, J.}, url={https://example.org/}, ${fields}}`,
    'Doe, J. (n.d.). T. Retrieved January 2, 2024, from https://example.org/',
  ]),
  [
    '@online{a, title={T}, author={Doe, J.}, url={https://example.org/}, note={Written on 2024-01-02}}',
    'Doe, J. (n.d.). T. https://example.org/',
  ],
  ['@misc{a, title={T}, author={Doe, J.}, year=2020, urldate={2021-03-04}}', 'Doe, J. (2020). T.'],
  ['@manual{a, title={T}, organization={Acme, Inc.}, year=2020}', 'Acme, Inc. (2020). T.'],
];

for (const [bib, apa] of undated)
  test(`${bib} is printed as ${apa}`, () => {
    const [entry] = parseBibliography(bib, 'a.bib').entries;
    assert(entry);
    assert.equal(formatApa(buildReference(entry)), apa);
    assert.deepEqual(listRules(bib, 'a'), bib.includes('year') ? [] : ['(bibtex-missing-field)']);
  });

const complete = 'title={T}, author={Doe, J.}, year=2020';

/** A text, and the rules that it breaks if “a” is cited, and if nothing is. */
const strictness: [bib: string, cited: string[], uncited: string[]][] = [
  ['@misc{a, author={Doe, J.}, year=2020}', ['bibtex-missing-field'], ['(bibtex-missing-field)']],
  [
    '@misc{a, title={T}}',
    ['(bibtex-missing-field)', '(bibtex-missing-field)'],
    ['(bibtex-missing-field)', '(bibtex-missing-field)'],
  ],
  [`@article{a, ${complete}}`, ['(bibtex-missing-field)'], ['(bibtex-missing-field)']],
  [`@misc{a, ${complete}, doi={10.1000}}`, ['bibtex-identifier'], ['(bibtex-identifier)']],
  [`@misc{a, ${complete}, url={nowhere}}`, ['bad-address'], ['(bad-address)']],
  [`@misc{a, ${complete}, url={<Go to ISI>://WOS:1}}`, ['(bad-address)'], ['(bad-address)']],
  [
    `@misc{a, ${complete}, doi={10.1000/a, 10.1000/b}}`,
    ['(bibtex-identifier)'],
    ['(bibtex-identifier)'],
  ],
  [`@misc{a, ${complete}, publisher=acme}`, ['bibtex-syntax'], ['(bibtex-syntax)']],
  [`@misc{a, ${complete}, month=foo}`, ['(bibtex-syntax)'], ['(bibtex-syntax)']],
  [`@misc{a, ${complete}, year=2021}`, ['bibtex-syntax'], ['(bibtex-syntax)']],
  [`@misc{a, ${complete}, keywords={x}, keywords={y}}`, ['(bibtex-syntax)'], ['(bibtex-syntax)']],
  [`@artcle{a, ${complete}}`, ['bibtex-syntax'], ['(bibtex-syntax)']],
  [`@comic{a, ${complete}}`, ['(bibtex-syntax)'], ['(bibtex-syntax)']],
  [`@misc{a, ${complete}, crossref={none}}`, ['unknown-reference'], ['(unknown-reference)']],
  [`@misc{a, title={\\foo}, author={Doe, J.}, year=2020}`, ['bibtex-syntax'], ['(bibtex-syntax)']],
  [
    `@misc{a, ${complete}}\n@misc{A, ${complete}, doi={10.1000/1}}`,
    ['(bibtex-duplicate-key)'],
    ['(bibtex-duplicate-key)'],
  ],
  [
    `@misc{a, ${complete}}\n@misc{A, title={U}}`,
    ['(bibtex-missing-field)', '(bibtex-missing-field)', 'bibtex-duplicate-key'],
    ['(bibtex-missing-field)', '(bibtex-missing-field)', '(bibtex-duplicate-key)'],
  ],
  [
    `@misc{b, ${complete}}\n@misc{a, ${complete}}`,
    ['(bibtex-duplicate-work)'],
    ['(bibtex-duplicate-work)'],
  ],
  [
    `@misc{b, ${complete}, doi={10.1000/1}}\n@misc{a, title={U}, author={Doe, J.}, year=2020, doi={10.1000/1}}`,
    ['bibtex-duplicate-work'],
    ['(bibtex-duplicate-work)'],
  ],
  [`@misc{, ${complete}}\n@misc{a, ${complete}}`, ['(bibtex-syntax)'], ['(bibtex-syntax)']],
  [`@misc{a, title={T}, author={Doe, J., year=2020}`, ['bibtex-syntax'], ['bibtex-syntax']],
];

for (const [bib, cited, uncited] of strictness)
  test(`a fault counts where the work is cited: ${bib}`, () => {
    assert.deepEqual(listRules(bib, 'a').toSorted(), cited.toSorted());
    assert.deepEqual(listRules(bib).toSorted(), uncited.toSorted());
  });

test('a work without author and year is shown by its title', () => {
  const [entry] = parseBibliography('@misc{a, title={T}}', 'a.bib').entries;
  assert(entry);
  const reference = buildReference(entry);
  assert.equal(formatApa(reference), 'T. (n.d.).');
  assert.equal(formatShort(reference).year, 'n.d.');
  assert.equal(formatNamed(reference, english), '“T” (n.d.)');
});

test('of the DOIs of a work and its errata, that with its first page is read, else the first', () => {
  assert.equal(
    chooseDoi('10.1103/C.92.049904, 10.1103/C.91.064906', '064906'),
    '10.1103/C.91.064906',
  );
  assert.equal(chooseDoi('10.1016/j.02.014,10.1016/j.06.021', '142--145'), '10.1016/j.02.014');
  assert.equal(chooseDoi('10.1000/a, and more'), undefined);
  const { entries } = parseBibliography('@misc{a, doi = {10.1000/a,\n  10.1000/b}}', 'a.bib');
  const [finding] = entries.flatMap(checkIdentifiers);
  assert.deepEqual([finding?.found, finding?.nearest], ['10.1000/a, 10.1000/b', '10.1000/a']);
});
