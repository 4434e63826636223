import { turning, unreadable } from '../../lib/characters.ts';
import { noticeRules } from '../../lib/notice.ts';
import { buildCode, buildFence, replacePart } from './part.ts';
import { loadRuleExamples, readExampleFile, type RuleExample } from './rule-examples.ts';

/** Longer lines of an example are cut. */
const mostLetters = 100;

const languages: Record<string, string> = {
  bib: 'bibtex',
  csv: 'csv',
  mdx: 'mdx',
  svg: 'xml',
  yaml: 'yaml',
};

/** Writes a section for each rule into `docs/rules.md`. */
export function buildRules(text: string): string {
  return replacePart(text, 'rules', loadRuleExamples().map(buildSection).join('\n\n'));
}

function buildSection(example: RuleExample): string {
  const { rule, says, report } = example;
  return [
    `## ${rule}`,
    `${says}${noticeRules.has(rule) ? ' A breach is a notice and stops nothing.' : ''}`,
    ...buildFailing(example),
    buildFence('', report),
    ...buildFixed(example),
  ].join('\n\n');
}

function buildFailing(example: RuleExample): string[] {
  const { file, lines, fix, report } = example;
  if (fix.kind === 'rename') return [`Failing: the name ${buildCode(file)}.`];
  if (fix.kind === 'write') {
    const [, found = ''] = /^ {2}found +(.*)$/m.exec(report) ?? [];
    return [`Failing: at ${buildCode(file)} there is ${found}.`];
  }
  const [first, last] = lines;
  const code = readExampleFile(example)
    .split('\n')
    .slice(first - 1, last)
    .join('\n');
  const place = first === last ? `line ${first}` : `lines ${first} to ${last}`;
  return [`Failing, ${buildCode(file)}, ${place}:`, buildFence(findLanguage(example), show(code))];
}

function buildFixed(example: RuleExample): string[] {
  const { fix } = example;
  if (fix.kind === 'rename') return [`Fixed: the name ${buildCode(fix.path)}.`];
  if (fix.kind === 'write')
    return Object.entries(fix.files).flatMap(([file, text]) => [
      `Fixed, ${buildCode(file)}:`,
      buildFence(findExtension(file), text),
    ]);
  if (fix.text === '') return ['Fixed: the lines are taken out.'];
  return ['Fixed:', buildFence(findLanguage(example), fix.text)];
}

/** Returns the language of an example's lines: YAML for the front matter of an entry. */
function findLanguage(example: RuleExample): string {
  const language = findExtension(example.file);
  if (language !== 'mdx') return language;
  const fields = readExampleFile(example).split('\n').indexOf('---', 1);
  return example.lines[0] <= fields ? 'yaml' : 'mdx';
}

function findExtension(file: string): string {
  return languages[file.split('.').at(-1) ?? ''] ?? '';
}

/** Replaces invisible characters and cuts long lines. */
function show(code: string): string {
  const cut = (line: string) =>
    line.length > mostLetters ? `${line.slice(0, mostLetters)}…` : line;
  return code
    .split('\n')
    .map((line) => cut(line.replace(unreadable, '\ufffd').replace(turning, '\ufffd')))
    .join('\n');
}
