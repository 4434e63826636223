/** The path of an interactive figure's picture: beside its page, by its id. */
export function figurePath(page: string, id: string): string {
  return `${page}${id}.svg`;
}
