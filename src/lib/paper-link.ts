/** Whether the label of a link names the paper itself, not its code or data. */
export function namesPaper(title: string): boolean {
  return /^(doi|arxiv|pdf|paper|preprint|article|proceedings|publisher)\b/i.test(title);
}
