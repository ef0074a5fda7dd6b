import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** The rows of one table, all of them or those of one clinic. */
interface Section {
  table: string;
  columns: string[];
  clinicId: string | null;
}

interface Table {
  name: string;
  columns: string[];
  /** How rows of a clinic are known; null for a table of no clinic. */
  clinicColumn: string | null;
  /** Tables that its rows point to. */
  refersTo: string[];
}

/** Of a clinic that is taken elsewhere: who is signed in here, and what was only answered here, stays. */
const OF_THIS_SERVER = ['session', 'one_time_link', 'idempotency_key'];
/** What ends the rows of a section; a row of COPY never looks like it. */
const END = '\\.';

/**
 * The rows of every table, out of one snapshot, as COPY writes them: a line that says which table, its rows, and a line that ends them.
 * Clinic by clinic, so that row-level security shows a login that it binds every row too; COPY of a whole table would give such a
 * login none, without an error.
 * @param only One clinic alone, without who is signed in; null for all, with the tables of no clinic.
 * @param counted Is told how many rows each section has.
 */
export function streamRows(
  client: pg.Client,
  only: string | null,
  counted: (table: string, rows: number) => void,
): Readable {
  const out = new PassThrough();
  void (async () => {
    const { rows } = await client.query<{ id: string }>('SELECT id FROM clinic ORDER BY id');
    const clinicIds = rows.map(({ id }) => id).filter((id) => only === null || id === only);
    for (const table of await tablesInOrder(client)) {
      if (only !== null && OF_THIS_SERVER.includes(table.name)) continue;
      const { name, columns, clinicColumn } = table;
      if (clinicColumn === null) {
        if (only === null) counted(name, await writeSection(client, out, { table: name, columns, clinicId: null }, ''));
        continue;
      }
      for (const clinicId of clinicIds) {
        await client.query(`SET LOCAL app.clinic_id = ${pg.escapeLiteral(clinicId)}`);
        const where = `WHERE ${pg.escapeIdentifier(clinicColumn)} = ${pg.escapeLiteral(clinicId)}`;
        counted(name, await writeSection(client, out, { table: name, columns, clinicId }, where));
      }
    }
    out.end();
  })().catch((error: unknown) => out.destroy(error as Error));
  return out;
}

/** Writes rows into tables that are there, each section for its clinic, in the transaction of the client. @returns Rows of each table. */
export async function loadRows(client: pg.Client, source: Readable): Promise<Record<string, number>> {
  const records: Record<string, number> = {};
  const lines = linesOf(source);
  for (let head = await lines.next(); !head.done; head = await lines.next()) {
    const section = JSON.parse(head.value) as Section;
    const rows = await loadSection(client, section, lines);
    records[section.table] = (records[section.table] ?? 0) + rows;
  }
  return records;
}

async function writeSection(client: pg.Client, out: PassThrough, section: Section, where: string): Promise<number> {
  const columns = section.columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  await write(out, `${JSON.stringify(section)}\n`);
  const rows = client.query(
    copyTo(`COPY (SELECT ${columns} FROM public.${pg.escapeIdentifier(section.table)} ${where}) TO STDOUT`),
  );
  let written = 0;
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    written += linesIn(chunk);
    await write(out, chunk);
  }
  await write(out, `${END}\n`);
  return written;
}

/** Rows are lines, as COPY writes the ends of lines in values otherwise. What it says of them itself may come after the last of them. */
function linesIn(chunk: Buffer): number {
  let lines = 0;
  for (let at = chunk.indexOf('\n'); at !== -1; at = chunk.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** Row-level security refuses COPY into a table; from one that nobody else ever sees it checks each row. */
async function loadSection(client: pg.Client, section: Section, lines: AsyncIterator<string>): Promise<number> {
  const table = `public.${pg.escapeIdentifier(section.table)}`;
  const columns = section.columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  if (section.clinicId !== null) await client.query(`SET LOCAL app.clinic_id = ${pg.escapeLiteral(section.clinicId)}`);
  await client.query(`CREATE TABLE rows_loaded AS SELECT ${columns} FROM ${table} WITH NO DATA`);
  const into = client.query(copyFrom(`COPY rows_loaded (${columns}) FROM STDIN`));
  for (let line = await lines.next(); !line.done && line.value !== END; line = await lines.next()) {
    await write(into, `${line.value}\n`);
  }
  into.end();
  await finished(into);
  // What the migrations wrote is there already.
  if (section.table !== 'migration')
    await client.query(`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM rows_loaded`);
  await client.query('DROP TABLE rows_loaded');
  return into.rowCount;
}

/** Lines end with a line feed and nothing else: a note may hold other separators, which COPY leaves as they are. */
async function* linesOf(source: Readable): AsyncGenerator<string, void> {
  let rest = Buffer.alloc(0);
  for await (const chunk of source as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10, from)) {
      yield rest.toString('utf8', from, end);
      from = end + 1;
    }
    rest = rest.subarray(from);
  }
}

async function write(stream: NodeJS.WritableStream, chunk: Buffer | string): Promise<void> {
  if (!stream.write(chunk)) await once(stream, 'drain');
}

/** Every table, each behind those that its rows point to. */
async function tablesInOrder(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(TABLES);
  const ordered: Table[] = [];
  const place = (table: Table): void => {
    if (ordered.includes(table)) return;
    for (const other of rows) if (other !== table && table.refersTo.includes(other.name)) place(other);
    ordered.push(table);
  };
  for (const table of rows) place(table);
  return ordered;
}

const TABLES = `
  SELECT c.relname::text AS name,
    (SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute
      WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
    CASE WHEN c.relname = 'clinic' THEN 'id'
      WHEN EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'clinic_id') THEN 'clinic_id' END AS "clinicColumn",
    ARRAY(SELECT r.relname::text FROM pg_constraint k JOIN pg_class r ON r.oid = k.confrelid
      WHERE k.contype = 'f' AND k.conrelid = c.oid) AS "refersTo"
  FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY c.relname`;
