/** Whether what a link of a paper is called says that it leads to the paper itself, not to its code or data. */
export function namesPaper(title: string): boolean {
  return /^(doi|arxiv|pdf|paper|preprint|article|proceedings|publisher)\b/i.test(title);
}
