/** A list under a heading that counts its items; absent if the list is empty. */
export interface Section<Item> {
  heading: string;
  items: Item[];
}

/** `{ [name]: section }`, or nothing for an empty list: an empty section is never shown. */
export function section<Name extends string, Item>(
  name: Name,
  items: Item[],
  heading: (count: number) => string,
): Partial<Record<Name, Section<Item>>> {
  if (items.length === 0) return {};
  return { [name]: { heading: heading(items.length), items } } as Record<Name, Section<Item>>;
}
