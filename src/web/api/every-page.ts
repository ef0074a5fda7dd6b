export const LARGEST_PAGE = 200;

interface Page<T> {
  items: T[];
  next: string | null;
}

/** All that a list of the service holds, page by page. */
export async function everyPage<T>(read: (after: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const page = await read(after);
    items.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return items;
}
