/** Where the Markdown twin of a page is: beside it. */
export function twinPath(page: string): string {
  return `${page}index.md`;
}
