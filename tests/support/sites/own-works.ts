import { formatFields, writeContent, writeEntry } from './files.ts';

const settings = {
  title: 'Ada Lovelace',
  eyebrow: 'Research',
  intro: 'Engines, their notes and what they compute.',
  language: 'en',
  address: 'https://ada.example/',
  author: { name: 'Ada Lovelace', github: 'ada' },
  navigation: [
    { label: 'Research', page: '/' },
    { label: 'Papers', page: '/papers/' },
    { label: 'References', page: '/references/' },
  ],
};

/** Works of all types, as authors and reference managers write them. */
const works = String.raw`@string{tmlr = {Transactions on Machine Learning Research}}

% The main paper, with an MDX file beside it.
@article{Lovelace:2024-Bernoulli,
  title    = {Computing {Bernoulli} Numbers $B_n$ in $O(n \log n)$ Steps},
  author   = {Lovelace, Ada and Babbage, Charles and {The Analytical Society}},
  journal  = tmlr,
  abbr     = {TMLR},
  year     = {2024},
  month    = mar,
  volume   = {7},
  pages    = {12--34},
  doi      = {10.5555/tmlr.2024.7},
  pdf      = {https://ada.example.org/bernoulli.pdf},
  code     = {https://github.com/ada/bernoulli},
  selected = {true},
  keywords = {noise, from, a, manager},
  tags     = {Number Theory, Engines}
}

@inproceedings{lovelace2023notes,
  title     = {Notes by the Translator: {What} an Engine Cannot Originate},
  author    = {Ada Lovelace and Luigi Federico Menabrea and others},
  booktitle = {Advances in Neural Information Processing Systems},
  abbr      = {NeurIPS},
  year      = {2023},
  abstract  = {We show that an engine does what we know how to order it to perform. Its cost is $c \le 2^n$, at most 5\% of [@nobody] by e-mail to ada@example.org; see https://example.org/notes.},
  eprint    = {2305.01234},
  archiveprefix = {arXiv},
  file      = {/home/ada/notes.pdf}
}

@article{lovelace2022preprint,
  title   = {A Preprint with CO$_2$ and H\textsubscript{2}O},
  author  = {Lovelace, A.},
  journal = {arXiv preprint arXiv:2203.04567},
  year    = {2022}
}

@inproceedings{lovelace2025workshop,
  title     = {Cards for Looms},
  author    = {Lovelace, Ada},
  booktitle = {ICML Workshop on Looms},
  crossref  = {looms2025},
  pages     = {1--4}
}

@proceedings{looms2025,
  title     = {Proceedings of the Workshop on Looms},
  editor    = {Jacquard, Joseph},
  publisher = {PMLR},
  year      = {2025}
}

@phdthesis{lovelace2019thesis,
  title  = {On the Analytical Engine},
  author = {Lovelace, Ada},
  school = {University of London},
  year   = {2019},
  url    = {https://theses.example.org/lovelace}
}

@mastersthesis{lovelace2016masters,
  title  = {Flyology},
  author = {Lovelace, Ada},
  school = {University of London},
  year   = {2016}
}

@book{lovelace2020book,
  title     = {Poetical Science},
  author    = {Lovelace, Ada},
  publisher = {Taylor \& Francis},
  year      = {2020},
  isbn      = {978-0-306-40615-7}
}

@collection{lovelace2021handbook,
  title     = {A Handbook of Engines},
  editor    = {Lovelace, Ada and Somerville, Mary and others},
  publisher = {Taylor \& Francis},
  year      = {2021}
}

@incollection{lovelace2021chapter,
  title     = {Operations and Variables},
  author    = {Lovelace, Ada and Somerville, Mary},
  booktitle = {A Handbook of Engines},
  publisher = {Taylor \& Francis},
  pages     = {10--29},
  year      = {2021}
}

@patent{lovelace2018patent,
  title  = {Card Reader with a Backing Chain},
  author = {Lovelace, Ada and Babbage, Charles},
  type   = {patentus},
  number = {7,654,321},
  year   = {2018}
}

@techreport{lovelace2017report,
  title       = {Report on Ciphers},
  author      = {Lovelace, Ada},
  institution = {Royal Society},
  number      = {RS-17},
  year        = {2017}
}

@dataset{lovelace2024data,
  title     = {Ten Thousand Punched Cards},
  author    = {Lovelace, Ada},
  publisher = {Zenodo},
  version   = {2.1},
  year      = {2024},
  doi       = {10.5281/zenodo.123456},
  license   = {CC BY 4.0},
  papers    = {lovelace-2024-bernoulli}
}

@software{lovelace2024software,
  title  = {engine.js},
  author = {Lovelace, Ada},
  year   = {2024},
  url    = {https://github.com/ada/engine}
}

@unpublished{lovelace2026draft,
  title  = {Music Composed by Engines},
  author = {Lovelace, Ada},
  note   = {In preparation}
}

@unpublished{lovelace2026submitted,
  title  = {Engines That Learn},
  author = {Lovelace, Ada and Babbage, Charles},
  note   = {Submitted to the Journal of Engines},
  year   = {2026}
}

@article{lovelace2026press,
  title    = {Un calcul de l'avenir},
  author   = {Lovelace, Ada},
  journal  = {Annales des machines},
  year     = {in press},
  pubstate = {inpress},
  langid   = {french}
}

@misc{lovelace2015talk,
  title        = {A Talk at Turin},
  author       = {Lovelace, Ada},
  howpublished = {Academy of Sciences, Turin},
  year         = {2015},
  slides       = {https://example.org/slides.pdf}
}

@misc{lovelace2025keynote,
  title      = {Looms That Think},
  author     = {Lovelace, Ada},
  type       = {Keynote},
  eventtitle = {Congress of Looms},
  venue      = {Lyon},
  date       = {2025-06-03},
  slides     = {https://example.org/looms.pdf}
}
`;

const names = ['Babbage, Charles', 'Somerville, Mary', 'De Morgan, Augustus', 'Faraday, Michael'];
const coauthors = [...names, 'Wheatstone, Charles', 'Boole, George', 'Herschel, Caroline'];

/** A work like most others. */
function buildWork(index: number): string {
  const year = 2010 + (index % 14);
  const others = coauthors.slice(0, index % 8).join(' and ');
  return `@article{lovelace${year}note${index},
  title   = {Note ${index} on an Engine of ${year}},
  author  = {Lovelace, Ada${others && ` and ${others}`}},
  journal = {Journal of Engines},
  volume  = {${index}},
  year    = {${year}},
  doi     = {10.5555/engines.${index}}
}
`;
}

/** The works of an author with forty of them. */
export const ownWorks = [works, ...Array.from({ length: 23 }, (_, index) => buildWork(index))].join(
  '\n',
);

/** Writes a site whose papers are works of `own.bib`. One has a file with its text, and a thread and a page cite some. */
export function writeOwnWorksSite(root: string): void {
  writeContent(root, 'site.yaml', formatFields(settings));
  writeContent(root, 'own.bib', ownWorks);
  writeContent(
    root,
    'references.bib',
    '@article{menabrea1842, title = {Sketch of the Engine}, author = {Menabrea, L. F.}, journal = {Bibliothèque}, year = {1842}}\n',
  );
  writeEntry(
    root,
    'papers/lovelace-2024-bernoulli',
    {
      abstract:
        'How the numbers follow from the sketch [@menabrea1842] and from [@lovelace2023notes].',
      threads: ['engines'],
      tags: ['Analysis'],
      links: [{ label: 'Slides', address: 'https://ada.example.org/bernoulli-slides.pdf' }],
    },
    '## Results\n\nAs @lovelace2023notes say, and [@lovelace2019thesis, §3], see @entry-lovelace2020book.\n',
  );
  writeEntry(
    root,
    'threads/engines',
    {
      title: 'Engines',
      started: '2014',
      status: 'active',
      accent: 'violet',
      question: 'What can an engine originate [@lovelace2023notes]?',
      references: ['lovelace2018patent'],
    },
    'It began with @menabrea1842 and went on [@Lovelace:2024-Bernoulli; @lovelace2022preprint].\n',
  );
  writeEntry(
    root,
    'pages/about',
    { title: 'About' },
    'My thesis [@lovelace2019thesis], @entry-lovelace2020book and [the notes](/papers/lovelace2023notes/).\n',
  );
  writeContent(
    root,
    'news.yaml',
    '- { date: 2020-05, sentence: My book is out., link: /papers/lovelace2020book/ }\n',
  );
}
