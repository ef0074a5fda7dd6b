/** A cell of a table: which units of the text, and the cell at the head of its column. */
export interface HeadedCell {
  start: number;
  end: number;
  /** Null in the first row. */
  head: HeadedCell | null;
}

const PARTED_BY = [/\t/gu, /\|/gu];
/** The line below the head of a table in Markdown. */
const RULE = /^[\s|:-]*$/u;

/**
 * Which rows of cells has a text?
 *
 * Input: a text as it was pasted; cells are parted by tabs, as where a table is copied from a page, or by `|`, as in
 * Markdown. Output: the rows of each table of two rows and more, the first of which names the columns.
 *
 * Example: `Group | Response` above `Starters | 57 %` is two rows, and the head of `57 %` is `Response`.
 */
export function tableRowsIn(text: string): HeadedCell[][] {
  return PARTED_BY.flatMap((by) => {
    const rows: HeadedCell[][] = [];
    let table: HeadedCell[][] = [];
    for (const { 0: line, index } of text.matchAll(/[^\n]+/gu)) {
      if (table.length > 0 && RULE.test(line)) continue;
      const cells = cellsOf(line, index, by);
      const isNext = cells.length > 1 && table.length > 0 && !/\n\s*\n/u.test(text.slice(endOf(table), index));
      if (!isNext) {
        if (table.length > 1) rows.push(...table);
        table = cells.length > 1 ? [cells] : [];
        continue;
      }
      const [first] = table;
      table.push(cells.map((cell, column) => ({ ...cell, head: first?.[column] ?? null })));
    }
    return table.length > 1 ? [...rows, ...table] : rows;
  });
}

function cellsOf(line: string, at: number, by: RegExp): HeadedCell[] {
  const cells: HeadedCell[] = [];
  const add = (from: number, to: number) => cells.push({ start: at + from, end: at + to, head: null });
  const body = line.replace(/\| *$/u, '');
  // `| Starters | 57 % |` has lines around it, ` | Starters | Completers` an empty first cell.
  let from = body === line ? 0 : (/^ *\|/u.exec(body)?.[0].length ?? 0);
  for (const { 0: sign, index } of body.matchAll(by)) {
    if (index < from) continue;
    add(from, index);
    from = index + sign.length;
  }
  add(from, body.length);
  return cells;
}

function endOf(table: readonly HeadedCell[][]): number {
  return table.at(-1)?.at(-1)?.end ?? 0;
}
