/** A piece of a text: plain, or a number with its place among those that were checked. */
export interface Segment {
  text: string;
  at: number | null;
}

/** The text in pieces, so that each number that was checked can be marked in its place. */
export function segmentsOf(text: string, numbers: readonly { start: number; end: number }[]): Segment[] {
  const segments: Segment[] = [];
  let done = 0;
  const inOrder = numbers.map(({ start, end }, at) => ({ start, end, at }));
  inOrder.sort((one, other) => one.start - other.start);
  for (const { start, end, at } of inOrder) {
    // Of two numbers in the same words the first is marked.
    if (start < done) continue;
    segments.push({ text: text.slice(done, start), at: null }, { text: text.slice(start, end), at });
    done = end;
  }
  segments.push({ text: text.slice(done), at: null });
  return segments.filter(({ text: piece, at }) => at !== null || piece !== '');
}
