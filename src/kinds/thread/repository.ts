import { pageProtocols, parseAddress } from '../../lib/address.ts';

import type { Words } from '../../words/words.ts';

/** A link to code; without an address until the author's account is known. */
export interface Repository {
  label: string;
  address?: string;
}

/** `repository` is a whole address, or `owner/name`, or a name under `account`. */
export function buildRepository(
  repository: string,
  account: string | undefined,
  { thread }: Words,
): Repository {
  const url = parseAddress(repository, pageProtocols);
  if (url !== undefined) {
    const isGitHub = /(^|\.)github\.com$/.test(url.hostname);
    return { label: isGitHub ? thread.github : thread.code, address: repository };
  }
  const label = thread.github;
  if (repository.includes('/')) return { label, address: `https://github.com/${repository}` };
  if (account === undefined) return { label };
  return { label, address: `https://github.com/${account}/${repository}` };
}
