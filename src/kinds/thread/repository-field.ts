import { pageProtocols, parseAddress } from '../../lib/address.ts';
import { constrainedText } from '../../schema/constraint.ts';

/** A GitHub repository, as a name or owner/name. */
const repositoryName = /^(?:[\w-]+\/)?(?!\.{1,2}$)[\w.-]+$/;

/** The code of an entry. */
export const repository = constrainedText(
  'The code: a repository of the GitHub account in site.yaml, or owner/name, or a whole address',
  (value) => repositoryName.test(value) || parseAddress(value, pageProtocols) !== undefined,
  {
    rule: 'bad-address',
    fix: 'Write a name such as my-probe, or owner/my-probe, or https://….',
  },
);
