/** The address of the Markdown twin of a page. */
export function twinPath(page: string): string {
  return `${page}index.md`;
}
