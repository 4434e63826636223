import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import '../../lib/edit-map.ts';
import '../../lib/open-brackets.ts';
import { remarkProse } from '../../lib/syntax/index.ts';
import { BlockText } from './block-text.ts';
import { blankDeepLines, limitDepth } from './depth.ts';
import { restorePositions } from './lost-positions.ts';
import { limitMarks } from './mark-limits.ts';
import { buildSlip, tolerateSlips, type MdxSlip } from './mdx-constructs.ts';
import { describeSlip, describeTag } from './mdx-faults.ts';
import { listLooseTags, tagsAsLeaves } from './mdx-tags.ts';
import type { BodyFault, BodyNode } from './node.ts';

/** After so many rounds, a text that still has mistakes is dropped whole. */
const mostRounds = 10;

/**
 * Parses MDX. Blocks with mistakes are reported and blanked out, and the rest is parsed again,
 * where a tag may have lost its counterpart.
 */
export function parseMdx(text: string): { tree: BodyNode; faults: BodyFault[] } {
  const faults: BodyFault[] = [];
  const report = (fault: BodyFault) => void faults.push(fault);
  const lostTags = new Set<string>();
  let rest = blankDeepLines(text, report);
  for (let round = 1; ; round += 1) {
    const blocks = new BlockText(rest);
    const lose = (...offsets: number[]) => {
      for (const offset of offsets)
        for (const [, name = ''] of blocks.lose(offset).matchAll(/<\/?([\w.]*)/g))
          lostTags.add(name);
    };
    const reportLoss = (fault: PlacedFault, ...offsets: number[]) => {
      if (!blocks.isLost(fault.offset)) report(fault);
      lose(fault.offset, ...offsets);
    };
    const { tree, tooDeep, complaint } = readBlocks(blocks, reportLoss);
    if (tree !== undefined && !blocks.hasLost) return { tree, faults: [...faults, ...tooDeep] };
    if (!blocks.hasLost)
      for (const tag of listLooseTags(readTags(rest), rest)) {
        if (blocks.isLost(tag.offset)) continue;
        // A tag whose counterpart was blanked out is not at fault.
        if (!lostTags.has(tag.name)) report(describeTag(tag, rest));
        lose(tag.offset, ...tag.others);
      }
    if (!blocks.hasLost && complaint) reportLoss(describeSlip(rest, complaint), complaint.noticed);
    rest = round === mostRounds ? blank(rest) : blocks.format();
  }
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

type PlacedFault = BodyFault & { offset: number };

/**
 * Returns the tree of a text, or, if tags do not pair, the parser's complaint. Other mistakes are
 * reported, and their blocks parsed as text.
 */
function readBlocks(
  blocks: BlockText,
  report: (fault: PlacedFault, ...offsets: number[]) => void,
): { tree?: BodyNode; complaint?: MdxSlip; tooDeep: BodyFault[] } {
  const { text } = blocks;
  const note = (slip: MdxSlip) => report(describeSlip(text, slip), slip.start, slip.noticed);
  const isLost = (line: number) => blocks.isLostLine(line);
  const tooDeep: BodyFault[] = [];
  const parser = unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(tolerateSlips, { text, isLost, note })
    .use(limitDepth, (fault) => void tooDeep.push(fault))
    .use(addProse)
    .use(limitMarks, report);
  try {
    const tree = parser.parse(text) as BodyNode;
    restorePositions(tree, text);
    return { tree, tooDeep };
  } catch (error) {
    const complaint = buildSlip(text, 0, error);
    if (complaint === undefined) throw error;
    return { complaint, tooDeep };
  }
}

/** The extensions of the parser that are the same for every text. Building them takes a tenth of the time of a parse. */
const prose = unified().use(remarkGfm).use(remarkMath).use(remarkProse).freeze().data();

function addProse(this: Processor): undefined {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(...(prose.micromarkExtensions ?? []));
  (data.fromMarkdownExtensions ??= []).push(...(prose.fromMarkdownExtensions ?? []));
}

/** Parses a text with tags as leaves, which need no closing. */
function readTags(text: string): BodyNode {
  const parser = unified().use(remarkParse).use(remarkMdx).use(tagsAsLeaves).use(addProse);
  return parser.parse(text) as BodyNode;
}
