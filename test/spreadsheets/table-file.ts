import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTable } from '../../src/spreadsheets/reading/read-table.js';
import type { TableFacts, TableSettings } from '../../src/spreadsheets/reading/table-facts.js';
import type { TableRow } from '../../src/spreadsheets/reading/table.js';

const SETTINGS: TableSettings = { firstNumber: 1, dateFormat: 'iso', dayCount: null, layOut: true };

/** What a file is as a whole, and its rows, as the thread of an import reads them. */
export async function tableOf(
  content: string | Buffer,
  settings: Partial<TableSettings> & { mostRows?: number } = {},
): Promise<{ facts: TableFacts; rows: TableRow[] }> {
  const base = join(tmpdir(), `table-${randomUUID()}`);
  writeFileSync(base, content);
  const [from, to] = [openSync(base, 'r'), openSync(`${base}-rows`, 'w+')];
  try {
    const facts = await readTable({ mostRows: 10_000, ...SETTINGS, ...settings, from, to });
    const lines = readFileSync(`${base}-rows`, 'utf8').split('\n').slice(0, -1);
    return { facts, rows: lines.map((line) => JSON.parse(line) as TableRow) };
  } finally {
    closeSync(from);
    closeSync(to);
    rmSync(base);
    rmSync(`${base}-rows`);
  }
}
