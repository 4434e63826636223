import type { Processor } from 'unified';
import {
  address,
  bracketFormulas,
  comment,
  commentBlock,
  dollarFormula,
  emptyTag,
  environment,
  remark,
  remarkBlock,
  rule,
} from './blocks.ts';
import { command, lineBreak, typefaceGroup } from './commands.ts';
import { finishProse } from './finish.ts';
import { remarkLetters } from './letters.ts';
import { buildNode, type ProseNode } from './nodes.ts';
import { buildWideMark, guardTags, quotation, space, stopMark, tie, tilde } from './signs.ts';
import { signText } from './tildes.ts';

/**
 * Reads the habits of LaTeX, HTML and other kinds of Markdown by their meaning. Braces are letters, and so is
 * a `<` that begins no tag. Use it after `remarkMdx`, `remarkGfm` and `remarkMath`.
 */
export function remarkProse(this: Processor): undefined {
  const data = this.data();
  (data.micromarkExtensions ??= []).push({
    disable: { null: ['mdxFlowExpression', 'mdxTextExpression', 'mdxJsxFlowTag', 'mdxJsxTextTag'] },
    flow: {
      36: dollarFormula,
      60: [commentBlock, rule, guardTags('flow', 'mdxJsxFlowTag')],
      92: [environment, ...bracketFormulas],
      123: remarkBlock,
    },
    text: {
      42: buildWideMark(42, 'attention'),
      60: [comment, emptyTag, address, guardTags('text', 'mdxJsxTextTag')],
      92: [lineBreak, command, space, stopMark],
      96: quotation,
      123: [typefaceGroup, remark],
      126: [tie, tilde, buildWideMark(126, 'strikethrough')],
    },
  });
  // Before the commands that they look like.
  remarkLetters.call(this);
  (data.fromMarkdownExtensions ??= []).push(signText, {
    enter: {
      proseSpan(token) {
        this.enter({ type: 'proseSpan', children: [] } as never, token);
      },
      proseBlock(token) {
        this.enter({ type: 'proseBlock', children: [] } as never, token);
      },
    },
    exit: {
      proseSpan(token) {
        finishNode(this.stack.at(-1) as unknown as ProseNode, this.sliceSerialize(token), false);
        this.exit(token);
      },
      proseBlock(token) {
        finishNode(this.stack.at(-1) as unknown as ProseNode, this.sliceSerialize(token), true);
        this.exit(token);
      },
    },
    transforms: [(tree) => finishProse(tree as unknown as ProseNode)],
  });
}

function finishNode(node: ProseNode, source: string, isBlock: boolean): void {
  const { children = [], position } = node;
  const made = buildNode(source, children, isBlock);
  // A part without its own position stands where the whole does.
  for (const child of made.children ?? []) if (position) child.position ??= position;
  delete node.children;
  Object.assign(node, made);
}
