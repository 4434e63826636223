import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseBibliography } from '../../../src/bibliography/parse.ts';
import { buildReference } from '../../../src/bibliography/reference.ts';
import { formatFaults } from '../../../src/lib/fault.ts';

const tex = String.raw;
const good = '@misc{good, title = {Good}, author = {Roe, R.}, year = {2021}}';

/** A broken entry, and the whole report on it when a good entry follows. */
interface Mistake {
  name: string;
  bib: string;
  report: string;
}

const mistakes: Mistake[] = [
  {
    name: 'an unclosed brace in a value',
    bib: tex`@misc{a,
  title = {What {Can Transformers Learn,
  author = {Doe, J.},
  year = {2020}
}`,
    report: `references.bib:2:11  bibtex-syntax
  found     title = {What {Can Transformers Learn,
  expected  } at the end of the value of “title”
  fix       Add the missing } to “title” in “a”; without it the value runs on to line 6, where the next entry begins.

1 fault in 1 file.`,
  },
  {
    name: 'an unclosed brace in a value that takes the brace of the entry',
    bib: tex`@misc{a,
  author = {Doe, J.},
  title = {A Title,
  year = {2020}
}`,
    report: `references.bib:3:11  bibtex-syntax
  found     title = {A Title,
  expected  } at the end of the value of “title”
  fix       Add the missing } to “title” in “a”; without it the value runs on to line 6, where the next entry begins.

1 fault in 1 file.`,
  },
  {
    name: 'an unclosed entry',
    bib: tex`@misc{a,
  title = {A}, author = {Doe, J.}, year = {2020}
`,
    report: `references.bib:1:1  bibtex-syntax
  found     @misc{a,
  expected  } at the end of “a”
  fix       Add } after the last field of “a”, before line 4, where the next entry begins.

1 fault in 1 file.`,
  },
  {
    name: 'an unclosed quotation mark that the next one closes',
    bib: tex`@misc{a,
  title = "A Title,
  author = "Doe, J.",
  year = "2020"
}`,
    report: `references.bib:2:11  bibtex-syntax
  found     title = "A Title,
  expected  " at the end of the value of “title”
  fix       Add the missing " to “title” in “a”; without it the value runs on to line 6, where the next entry begins.

1 fault in 1 file.`,
  },
  {
    name: 'an unclosed quotation mark that nothing closes',
    bib: tex`@misc{a, title = {A}, author = {Doe, J.},
  year = "2020
}`,
    report: `references.bib:2:10  bibtex-syntax
  found     year = "2020
  expected  " at the end of the value of “year”
  fix       Add the missing " to “year” in “a”; without it the value runs on to line 4, where the next entry begins.

1 fault in 1 file.`,
  },
  {
    name: 'a brace that closes nothing between quotation marks',
    bib: '@misc{a, title = "A } { title", author = {Doe, J.}, year = {2020}}',
    report: `references.bib:1:18  bibtex-syntax
  found     title = "A } { title", author = {Doe, J.}, year = {2020}}
  expected  " at the end of the value of “title”
  fix       Add the missing " to “title” in “a”; without it the value runs on to line 2, where the next entry begins.

1 fault in 1 file.`,
  },
  {
    name: 'one closing brace too many',
    bib: tex`@misc{a,
  title = {A}},
  author = {Doe, J.},
  year = {2020}
}`,
    report: `references.bib:3:3  bibtex-syntax
  found     author = {Doe, J.},
  expected  no brace here: “a” ended at the brace on line 2, column 14
  fix       If these lines belong to “a”, take out the brace that ends it too early; if not, take them out.

1 fault in 1 file.`,
  },
  {
    name: 'a missing opening brace of an entry',
    bib: '@misc a, title = {A}, author = {Doe, J.}, year = {2020}}',
    report: `references.bib:1:1  bibtex-syntax
  found     @misc a, title = {A}, author = {Doe, J.}, year = {2020}}
  expected  an opening brace after @misc
  fix       Write @misc{ before the key.

1 fault in 1 file.`,
  },
  {
    name: 'the beginning of the first entry',
    bib: '@}misc{a, title = {A}, author = {Doe, J.}, year = {2020}}',
    report: `references.bib:1:1  bibtex-syntax
  found     @}misc{a, title = {A}, author = {Doe, J.}, year = {2020}}
  expected  an entry, as @article{surname2024, or text without a closing brace
  fix       If an entry begins here, write its type and brace as in the example; if not, take this out.

1 fault in 1 file.`,
  },
  {
    name: 'a missing comma between fields',
    bib: tex`@misc{a,
  title = {A},
  author = {Doe, J.}
  year = {2020}
}`,
    report: `references.bib:3:21  bibtex-syntax
  found     author = {Doe, J.}
  expected  a comma after the value of “author”, before “year”
  fix       Add a comma after the value of “author”.

1 fault in 1 file.`,
  },
  {
    name: 'a missing comma after the key',
    bib: tex`@misc{a
  title = {A}, author = {Doe, J.}, year = {2020}
}`,
    report: `references.bib:1:8  bibtex-syntax
  found     a
  expected  a comma after the key “a”
  fix       Write “a,”.

1 fault in 1 file.`,
  },
  {
    name: 'a missing key',
    bib: '@misc{title = {A}, author = {Doe, J.}, year = {2020}}',
    report: `references.bib:1:7  bibtex-syntax
  found     title = {A}, author = {Doe, J.}, year = {2020}}
  expected  a key right after the opening brace, by which the entry is cited
  fix       Write @misc{surname2024, with a key that no other entry has.

1 fault in 1 file.`,
  },
  {
    name: 'a missing key with its comma',
    bib: '@misc{, title = {A}, author = {Doe, J.}, year = {2020}}',
    report: `references.bib:1:7  bibtex-syntax
  found     , title = {A}, author = {Doe, J.}, year = {2020}}
  expected  a key right after the opening brace, by which the entry is cited
  fix       Write @misc{surname2024, with a key that no other entry has.

1 fault in 1 file.`,
  },
  {
    name: 'a key of two words',
    bib: '@misc{doe 2020, title = {A}, author = {Doe, J.}, year = {2020}}',
    report: `references.bib:1:7  bibtex-syntax
  found     doe 2020
  expected  a key without spaces or any of { } " # % ~ = \\, followed by a comma
  nearest   doe2020
  fix       Write the key as one word.

1 fault in 1 file.`,
  },
  {
    name: 'a duplicate key, in other letters',
    bib: '@misc{Good, title = {A}, author = {Doe, J.}, year = {2020}}',
    report: `references.bib:2:7  bibtex-duplicate-key
  found     good
  expected  a key of its own: “Good” is the entry on line 1; small and capital letters count as the same
  fix       Rename one of the two keys, or take one of the entries out; “title” differs.

1 fault in 1 file.`,
  },
  {
    name: 'missing fields',
    bib: '@inproceedings{a, note = {Nothing else}}',
    report: `references.bib:1:1  bibtex-missing-field
  found     @inproceedings{a, note = {Nothing else}}
  expected  “title”, which every entry must have
  fix       Add title = {…}, to “a”.

references.bib:1:1  bibtex-missing-field
  found     @inproceedings{a, note = {Nothing else}}
  expected  “author” or “editor”, which every entry must have
  fix       Add author = {…}, to “a”; an organisation in double braces, {{OpenAI}}.

references.bib:1:1  bibtex-missing-field
  found     @inproceedings{a, note = {Nothing else}}
  expected  “year” or “date”, which every entry must have
  fix       Add year = {…}, to “a”.

references.bib:1:1  bibtex-missing-field
  found     @inproceedings{a, note = {Nothing else}}
  expected  “booktitle”, which every @inproceedings must have
  fix       Add booktitle = {…}, to “a”.

4 faults in 1 file.`,
  },
  {
    name: 'a missing field that is misspelt, and one that is empty',
    bib: tex`@article{a, author = {Doe, J.}, year = 2020,
  title = { },
  jornal = {Journal of Tests}
}`,
    report: `references.bib:2:3  bibtex-missing-field
  found     title = { }
  expected  “title”, which every entry must have
  fix       Write the value between the braces.

references.bib:3:3  bibtex-missing-field
  found     jornal
  expected  “journal” or “journaltitle”, which every @article must have
  nearest   journal
  fix       Correct the spelling.

2 faults in 1 file.`,
  },
  {
    name: 'an unknown macro',
    bib: tex`@string{neurips = {Advances in Neural Information Processing Systems}}
@inproceedings{a, title = {A}, author = {Doe, J.}, year = 2020,
  booktitle = neruips}`,
    report: `references.bib:3:15  bibtex-syntax
  found     neruips
  expected  text between braces, a number, or a name that an @string above defines
  nearest   neurips
  fix       Write {neruips} if this is the text itself; if not, define it above: @string{neruips = {…}}.

1 fault in 1 file.`,
  },
  {
    name: 'an unknown macro for a journal, which is no month',
    bib: '@article{a, title = {A}, author = {Doe, J.}, journal = jmlr, year = 2020}',
    report: `references.bib:1:56  bibtex-syntax
  found     jmlr
  expected  text between braces, a number, or a name that an @string above defines
  fix       Write {jmlr} if this is the text itself; if not, define it above: @string{jmlr = {…}}.

1 fault in 1 file.`,
  },
  {
    name: 'names joined by commas among names in the order of speech',
    bib: '@article{a, title = {A}, author = {Jane Doe, Richard Roe and John Smith}, journal = {J}, year = 2020}',
    report: `references.bib:1:36  bibtex-syntax
  found     Jane Doe, Richard Roe
  expected  names joined by “and”, not by commas or semicolons
  nearest   Jane Doe and Richard Roe
  fix       Write author = {Jane Doe and Richard Roe and John Smith}.

1 fault in 1 file.`,
  },
  {
    name: 'an address of mail in place of a name',
    bib: '@misc{a, title = {A}, author = {jane@example.org}, year = {2020}}',
    report: `references.bib:1:33  bibtex-syntax
  found     jane@example.org
  expected  the name of a person or a group, and no address of mail
  fix       Write the name in its place, as Doe, Jane.

1 fault in 1 file.`,
  },
  {
    name: 'names joined by a word of another language',
    bib: '@article{a, title = {A}, author = {Müller, Anna und Schmidt, Bernd}, journal = {J}, year = 2020}',
    report: `references.bib:1:36  bibtex-syntax
  found     Müller, Anna und Schmidt, Bernd
  expected  names joined by “and”, not by commas or semicolons
  nearest   Müller, Anna and Schmidt, Bernd
  fix       Write author = {Müller, Anna and Schmidt, Bernd}.

1 fault in 1 file.`,
  },
  {
    name: 'an unknown type',
    bib: '@inproceeding{a, title = {A}, author = {Doe, J.}, booktitle = {B}, year = {2020}}',
    report: `references.bib:1:1  bibtex-syntax
  found     @inproceeding
  expected  a type of entry that BibTeX knows, such as @article, @inproceedings, @book or @misc
  nearest   @inproceedings
  fix       Correct the spelling.

1 fault in 1 file.`,
  },
  {
    name: 'stray text between fields',
    bib: '@misc{a, title = {A}, to be checked, author = {Doe, J.}, year = {2020}}',
    report: `references.bib:1:23  bibtex-syntax
  found     to be checked
  expected  a field, as year = {2024}, or the end of “a”
  fix       Take this text out, or make it a field: name = {value}.

1 fault in 1 file.`,
  },
  {
    name: 'stray text after a value: quotation marks within quotation marks',
    bib: '@misc{a, title = "The "best" model", author = {Doe, J.}, year = {2020}}',
    report: `references.bib:1:24  bibtex-syntax
  found     best" model"
  expected  a comma or the end of the entry after the value of “title”
  fix       If this text belongs to “title”, put the whole value between braces, {…}; if not, take it out.

1 fault in 1 file.`,
  },
  {
    name: 'a value without braces, with the closing one',
    bib: tex`@misc{a,
  title = What Can Transformers Learn},
  author = {Doe, J.}, year = 2020}`,
    report: `references.bib:2:11  bibtex-syntax
  found     title = What Can Transformers Learn},
  expected  the value of “title” between braces
  fix       Write title = {What Can Transformers Learn}.

1 fault in 1 file.`,
  },
  {
    name: 'a value without braces before another field of its line, which is read',
    bib: tex`@article{a, title = {T}, author = {Doe, J.}, journal=\mnras, year=2020}`,
    report: `references.bib:1:54  bibtex-syntax
  found     journal=\\mnras, year=2020}
  expected  the value of “journal” between braces
  fix       Write journal = {\\mnras}.

1 fault in 1 file.`,
  },
  {
    name: 'a group that a program took for a person, with the words before its name behind it',
    bib: '@misc{a, title = {T}, author = {the X Consortium., for}, year = {2020}}',
    report: `references.bib:1:33  bibtex-syntax
  found     the X Consortium., for
  expected  a group in braces; the rest after the comma would be given names
  nearest   {the X Consortium}
  fix       Write {the X Consortium}.

1 fault in 1 file.`,
  },
  {
    name: 'no value, and no equals sign',
    bib: '@misc{a, title = , author {Doe, J.}, year = {2020}}',
    report: `references.bib:1:18  bibtex-syntax
  found     title = , author {Doe, J.}, year = {2020}}
  expected  a value for “title” between braces
  fix       Write title = {…}, or take the field out.

references.bib:1:20  bibtex-syntax
  found     author {Doe, J.}, year = {2020}}
  expected  an equals sign after “author”
  fix       Write author = {…}.

2 faults in 1 file.`,
  },
  {
    name: 'a field twice',
    bib: tex`@misc{a, title = {A}, author = {Doe, J.}, year = 2020,
  Year = 2021}`,
    report: `references.bib:2:3  bibtex-syntax
  found     Year = 2021
  expected  one “year” in an entry; the first is on line 1
  fix       Remove one of the two.

1 fault in 1 file.`,
  },
  {
    name: 'names joined by commas, and by semicolons',
    bib: tex`@misc{a, title = {A}, author = {Jane Doe, Richard Roe, and John Moe},
  editor = {Doe, J.; Roe, R.}, year = 2020}`,
    report: `references.bib:1:33  bibtex-syntax
  found     Jane Doe, Richard Roe,
  expected  names joined by “and”, not by commas or semicolons
  nearest   Jane Doe and Richard Roe
  fix       Write author = {Jane Doe and Richard Roe and John Moe}.

references.bib:2:13  bibtex-syntax
  found     Doe, J.; Roe, R.
  expected  names joined by “and”, not by commas or semicolons
  nearest   Doe, J. and Roe, R.
  fix       Write editor = {Doe, J. and Roe, R.}.

2 faults in 1 file.`,
  },
  {
    name: 'TeX that has no text',
    bib: tex`@misc{a, title = {The \foo of $\badcmd{O}$}, author = {Doe, J.}, year = 2020}`,
    report: tex`references.bib:1:23  bibtex-syntax
  found     \foo
  expected  text, or a TeX command for a letter, an accent or a sign
  fix       Write the character itself; put mathematics between dollar signs, as $\alpha$.

references.bib:1:32  bibtex-syntax
  found     \badcmd
  expected  text, or a TeX command for a letter, an accent or a sign
  fix       Write the character itself; put mathematics between dollar signs, as $\alpha$.

2 faults in 1 file.`,
  },
  {
    name: 'an address without its protocol',
    bib: '@misc{a, title = {A}, author = {Doe, J.}, year = 2020, url = {example.org}}',
    report: `references.bib:1:62  bad-address
  found     example.org
  expected  an address that begins with https:// or http://
  nearest   https://example.org
  fix       Write the whole address, as https://example.org/paper.pdf.

1 fault in 1 file.`,
  },
  {
    name: 'an address that is none',
    bib: '@misc{a, title = {A}, author = {Doe, J.}, year = 2020, url = {htp:/www.example}}',
    report: `references.bib:1:62  bad-address
  found     htp:/www.example
  expected  an address that begins with https:// or http://
  nearest   http://www.example
  fix       Write the whole address, as https://example.org/paper.pdf.

1 fault in 1 file.`,
  },
  ...[
    ['year', '23'],
    ['year', '202'],
    ['year', '2o23'],
    ['date', '23-05'],
  ].map(([field = '', value = '']) => ({
    name: `the ${field} ${value}`,
    bib: `@misc{a, title = {A}, author = {Doe, J.}, ${field} = {${value}}}`,
    report: `references.bib:1:50  bad-date
  found     ${value}
  expected  a year of four digits, a range as 1999–2000, or words as “in press” in “year”
  fix       Write the year in four digits, as year = {2024}.

1 fault in 1 file.`,
  })),
  {
    name: 'a crossref that leads nowhere',
    bib: '@inproceedings{a, title = {A}, author = {Doe, J.}, crossref = {goood}}',
    report: `references.bib:1:63  unknown-reference
  found     goood
  expected  the key of an entry in this file
  nearest   good
  fix       Correct the key, or take the crossref out and write the fields of that entry here.

1 fault in 1 file.`,
  },
];

for (const { name, bib, report } of mistakes) {
  test(`BibTeX: ${name} is reported, and the entry after it is read`, () => {
    const { entries, faults } = parseBibliography(`${bib}\n${good}`, 'references.bib');
    assert.equal(formatFaults(faults), report);
    const isDuplicate = report.includes('bibtex-duplicate-key');
    // A work that BibTeX reads with a warning is read; its fault counts where the work is cited.
    const isRead = faults.every(({ entry }) => entry !== undefined && entry !== '');
    assert.deepEqual(
      entries.map(({ source }) => source),
      isDuplicate
        ? [bib]
        : [
            ...(isRead ? [bib.slice(bib.indexOf('@', bib.startsWith('@string') ? 1 : 0))] : []),
            good,
          ],
    );
  });
}

for (const [author, nearest] of [
  ['Jane Doe1 and Roe, R.', 'Jane Doe'],
  ['Jane Doe 12', 'Jane Doe'],
  ['Garcia Lopez, MD', 'Garcia Lopez, M. D.'],
  ['李世民，王小明', '李世民 and 王小明'],
  ['Jane Doe, University of Somewhere', 'Jane Doe'],
  ['Doe, Jane, Some Institute', 'Doe, Jane'],
  ['Jane Doe, MIT', 'Jane Doe'],
  ['Jane Doe, ETH Zurich and Roe, AB', 'Jane Doe'],
  ['Jane Doe, EPFL, Switzerland', 'Jane Doe'],
  ['Doe, Jane, Department of X, Univ. of Y', 'Doe, Jane'],
  ['Jane Doe, University College Somewhere, UK', 'Jane Doe'],
  ['Jane Doe, MIT, Richard Roe, CNRS', 'Jane Doe and Richard Roe'],
  [tex`Jane Doe\\Richard Roe`, 'Jane Doe and Richard Roe'],
  ['Jane Doe, MIT, USA', 'Jane Doe'],
  ['Garcia Lopez, JMA', 'Garcia Lopez, J. M. A.'],
  ['University of Somewhere, Physics', '{University of Somewhere, Physics}'],
  ['The Gemini Team, Google', '{The Gemini Team, Google}'],
  ['Google Research, Brain Team', '{Google Research, Brain Team}'],
  ['Dr. Jane Doe, Prof. Richard Roe', 'Dr. Jane Doe and Prof. Richard Roe'],
  ['Jane Doe (MIT), Richard Roe (Paris)', 'Jane Doe (MIT) and Richard Roe (Paris)'],
  [tex`Jane Doe\inst{1}, Ann Roe\inst{2}`, tex`Jane Doe\inst{1} and Ann Roe\inst{2}`],
  ['Doe J., Roe R., Poe A.', 'Doe, J. and Roe, R. and Poe, A.'],
  ['Doe, Jane adn Roe, Richard', 'Doe, Jane and Roe, Richard'],
])
  test(`BibTeX: the names ${author} are answered once, and the answer is read`, () => {
    const report = (names: string) =>
      parseBibliography(good.replace('Roe, R.', names), 'references.bib').faults;
    assert.deepEqual(
      report(author ?? '').map((fault) => fault.nearest),
      [nearest],
    );
    assert.deepEqual(report(nearest ?? ''), []);
  });

test('the article after the name of a group stays with it', () => {
  for (const [author, nearest] of [
    ['Beatles Group, The', '{The Beatles Group}'],
    ['The Beatles Group, the', '{The Beatles Group}'],
  ] as const) {
    const { faults } = parseBibliography(good.replace('Roe, R.', author), 'a.bib');
    assert.deepEqual(
      faults.map((fault) => fault.nearest),
      [nearest],
    );
  }
});

test('a value without braces ends before any field of its line, and its correction is read', () => {
  for (const field of [
    'year = 2021',
    'date-added = {2020}',
    'bdsk-url-1 = {x}',
    'Date_Added={2}',
  ]) {
    const bib = tex`@article{a, title = {T}, author = {Doe, J.}, year = 2020, journal=\mnras, ${field}}`;
    const edits = parseBibliography(bib, 'a.bib').faults.flatMap((fault) => fault.edits ?? []);
    assert.deepEqual(
      edits.map((edit) => [edit.old, edit.new]),
      [[tex`\mnras`, tex`{\mnras}`]],
      field,
    );
  }
});

test('a given name between two commas, where BibTeX has a suffix, is told with both readings', () => {
  const report = (names: string) =>
    parseBibliography(good.replace('Roe, R.', names), 'references.bib').faults;
  const [fault] = report('Doe, Jane A., Roe');
  const [, one = '', two = ''] =
    /^Write (.+) for one person, or (.+) for two\. /.exec(fault?.fix ?? '') ?? [];
  assert.deepEqual([one, two], ['Doe, Jane A. Roe', 'Doe, Jane A. and Roe']);
  assert.equal(fault?.isHarmless, true);
  for (const names of [one, two]) assert.deepEqual(report(names), []);
});

test('initials without stops are no affiliation', () => {
  for (const names of [
    'Doe, MIT',
    'Smith, JA',
    'Garcia Lopez, JM',
    'Garcia Lopez, JMA and Roe, AB',
    'van der Berg, JAM',
    'DOE SMITH, JANE',
    'García Márquez, JOSE',
    'Kim Lee, TU',
    'Garcia Lopez, M. I. T.',
  ])
    assert.deepEqual(
      parseBibliography(good.replace('Roe, R.', names), 'references.bib').faults,
      [],
      names,
    );
});

for (const year of [
  '2023',
  '1999--2000',
  '1999/2000',
  '1999--',
  'in press',
  'n.d.',
  'c. 350',
  'May 2023',
  '2023-05',
  '2023/07/01',
  '{2023}',
])
  test(`BibTeX: the year ${year} is no fault`, () => {
    const { faults } = parseBibliography(good.replace('2021', year), 'references.bib');
    assert.deepEqual(faults, []);
  });

for (const author of [
  'family=Roe, given=Mia, prefix=van, useprefix=true and Doe, J.',
  'Doe, J. and {others}',
  'Doe, J. et al.',
  'King, Jr., Martin Luther',
  'Doe, Junior, Jane and Roe, der J{\\"u}ngere, Max',
  'Doe, J., Jane and Roe, S.J., Max and Poe, Esq., Edgar',
  'King, Martin Luther, Jr. and Doe, John, III and Roe, Max, Esq. and Poe, Ana, Filho',
  'Doe, Jane, PhD and Roe, Richard, MD and Poe, Ann, Dr. and Loe, Ada, Prof. Dr.',
  'Silva, Netto, José and Doe, Third, John and Dupont, Père, Jean',
  'Doe Smith, Jane Ann',
  '{Barnes, Noble, and Sons}',
  'Jane Doe\\inst{1} and Richard Roe\\orcid{0000-0001}',
  'Jane Doe 0001 and {Agent 47}',
  'Schooler, Jonathan and Center, Dan and Acme Lab, Inc.',
])
  test(`BibTeX: the names ${author} are no fault`, () => {
    const { faults } = parseBibliography(good.replace('Roe, R.', author), 'references.bib');
    assert.deepEqual(faults, []);
  });

for (const entry of [
  '@misc{a, title = {A},, author = {Doe, J.}, year = {2020}}',
  '@misc{a, title = {A}, author = {Doe, J.}, % a remark = {\n  year = {2020}}',
  '@misc{a, title = {A}, author = {Doe, J.}, year = {2020}, year = {2020}}',
  '@misc{a, title = {A}, author = {Doe, J.}, year = {2020}, month = sept}',
  '@article{a, title = {A}, author = {Doe, J.}, year = {2019}, eprint = {1906.01234}}',
])
  test(`BibTeX: one safe reading is read: ${entry}`, () => {
    const { entries, faults } = parseBibliography(entry, 'references.bib');
    assert.deepEqual([entries.length, faults], [1, []]);
  });

test('an entry that another one completes is reported with the fields that only one has', () => {
  const entry = (more: string) =>
    `@article{a, title = {A}, author = {Doe, J.}, journal = {J}, year = 2020${more}}`;
  const bib = `${entry('')}\n${entry(', doi = {10.1000/x}')}`;
  const [fault] = parseBibliography(bib, 'references.bib').faults;
  assert.equal(fault?.fix, 'Make one entry of the two, with “doi”, which only one of them has.');
  assert.equal(fault.isHarmless, true);
});

for (const [url, first, second] of [
  ['https://a.org https://b.org', 'https://a.org', 'https://b.org'],
  ['https://a.org; https://b.org', 'https://a.org', 'https://b.org'],
  ['https://a.org and https://b.org', 'https://a.org', 'https://b.org'],
  ['https://a.org (archived at https://b.org)', 'https://a.org', 'https://b.org'],
  [tex`\url{https://a.org}, \url{https://b.org}`, 'https://a.org', 'https://b.org'],
  ['doi:10.1000/a https://b.org', 'https://doi.org/10.1000/a', 'https://b.org'],
  ['https://a.org,https://b.org', 'https://a.org', 'https://b.org'],
  ['<https://a.org>,<https://b.org>', 'https://a.org', 'https://b.org'],
  ['[https://a.org] (https://b.org)', 'https://a.org', 'https://b.org'],
  ['Paper: https://a.org Code: https://b.org', 'https://a.org', 'https://b.org'],
  ['https://a.org/x(y) (code: https://b.org)', 'https://a.org/x(y)', 'https://b.org'],
  [tex`\href{https://a.org}{A}, \href{https://b.org}{B}`, 'https://a.org', 'https://b.org'],
  [tex`https://a.org \\ https://b.org`, 'https://a.org', 'https://b.org'],
  ['www.a.org, www.b.org', 'https://www.a.org', 'https://www.b.org'],
  ['https://a.org (accessed 2020-01-01)', 'https://a.org', 'accessed 2020-01-01'],
  ['https://a.org, last visited in May', 'https://a.org', 'last visited in May'],
])
  test(`BibTeX: of the addresses ${url}, a notice tells which one is read`, () => {
    const bib = good.replace('year', `url = {${url}}, year`);
    const { entries, faults } = parseBibliography(bib, 'x.bib');
    assert.equal(entries.map(buildReference)[0]?.address, first);
    const [fault, ...others] = faults;
    assert(fault);
    assert.deepEqual([others.length, fault.isHarmless], [0, true]);
    assert(fault.expected.endsWith(` ${first}`));
    assert(fault.fix.endsWith(` ${second}.`));
  });

test('BibTeX: one address with another one in its path, or with a break, is no fault', () => {
  for (const url of [
    'https://a.org/web/https://b.org',
    'https://a.org/x\n  y',
    'https://a.org https://a.org',
    '[https://a.org](https://a.org)',
    'Available at https://a.org.',
    '"https://a.org"',
  ])
    assert.deepEqual(
      parseBibliography(good.replace('year', `url = {${url}}, year`), 'x.bib').faults,
      [],
    );
});

test('BibTeX: a list of works without an entry is a notice, and a remark is none', () => {
  const report = (bib: string) =>
    parseBibliography(bib, 'x.bib').faults.map(({ line, isHarmless }) => [line, isHarmless]);
  assert.deepEqual(report('\nDoe, J. (2020). A. Journal, 1.'), [[2, true]]);
  for (const bib of ['', 'Nothing yet', '% Doe, J. (2020). A.', '@string{a = {A}}', '@comment{A}'])
    assert.deepEqual(report(bib), [], bib);
});

for (const [format, text] of [
  ['RIS', 'TY  - JOUR\nTI  - A\nER  -\n'],
  ['PubMed', 'PMID- 1\nTI  - A\n'],
  ['EndNote', '%0 Journal Article\n%T A\n'],
  ['JSON', '[{"id": "a", "title": "A"}]'],
  ['JSON', '[{"id": "a", "title": "On @misc{b, c}"}]'],
  ['JSON', '[{"id": "a", "title": "On @misc{b}"}]'],
  ['YAML', '- id: a\n  title: On @article{b}'],
  ['XML', '<?xml version="1.0"?>\n<a/>'],
  ['HTML', '<!DOCTYPE html>\n<html></html>'],
  ['YAML', '- id: a\n  title: A'],
  ['YAML', 'doe:\n  type: article'],
  ['Web of Science', 'FN Clarivate Analytics\nPT J'],
  ['EndNote', '%A Doe, J.\n%T A'],
  ['LaTeX', '\\begin{thebibliography}{1}\n\\bibitem{a} A.'],
])
  test(`BibTeX: a file in the format of ${format} is told for itself, and not taken for remarks`, () => {
    const report = (bib: string) =>
      parseBibliography(bib, 'references.bib').faults.map(({ line, found, expected }) => [
        line,
        text?.startsWith(found.slice(0, 3)),
        expected.endsWith(`this is ${format}`),
      ]);
    assert.deepEqual(report(text ?? ''), [[1, true, true]]);
    assert.deepEqual(report(`\ufeff${text}`), [[1, true, true]]);
    if (!/JSON|XML|HTML/.test(format ?? ''))
      assert.deepEqual(report(`From a database\n\n${text}`), [[3, true, true]]);
    assert.deepEqual(parseBibliography(`${good}\n% TY - JOUR`, 'references.bib').faults, []);
  });

for (const bib of ['@preamble{"\n%0 A"}\n', 'references:\n  - id: x\n', '{"a": 1}\n', '<html>\n'])
  test(`BibTeX: a mistake in an entry is told, whatever is before it: ${JSON.stringify(bib)}`, () => {
    const { faults } = parseBibliography(`${bib}@article{foo,`, 'references.bib');
    assert.deepEqual(
      faults.map(({ found }) => found),
      ['@article{foo,'],
    );
    assert.deepEqual(parseBibliography('@preamble{"\n%0 A"}', 'references.bib').faults, []);
  });
