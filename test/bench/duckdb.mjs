/**
 * The courses of a clinic in DuckDB, in memory, for the question that the service asks PostgreSQL: courses of each quarter by how they ended, packed into
 * texts. It is 70 MB, so it is no dependency: `npm i --no-save @duckdb/node-api` before.
 * @returns What asks it, or null where it is not installed.
 */
export async function duckdb(owner, { clinicId }) {
  const name = '@duckdb/node-api';
  const loaded = await import(name).catch(() => null);
  if (loaded === null) return null;
  const connection = await (await loaded.DuckDBInstance.create(':memory:')).connect();
  await connection.run(TABLE);
  const appender = await connection.createAppender('course');
  const { rows } = await owner.query(COURSES, [clinicId]);
  for (const { day, ended, missed, reason, days, code } of rows) {
    appender.appendVarchar(day);
    appender.appendVarchar(ended);
    appender.appendBoolean(missed);
    appendOrNull(appender, reason);
    appendOrNull(appender, days);
    appender.appendVarchar(code);
    appender.endRow();
  }
  appender.flushSync();
  await connection.run(TYPED);
  return {
    ask: async (today) => (await connection.runAndReadAll(QUESTION, { today })).getRowObjects(),
    close: () => connection.closeSync(),
  };
}

function appendOrNull(appender, value) {
  if (value === null) appender.appendNull();
  else appender.appendVarchar(String(value));
}

const SCORES = [1, 2, 3, 4, 5, 6].map((infusion) => `score_${infusion}`).concat('post_series');
const COURSES = `
  SELECT started_on::text AS day, coalesce(greatest(last_entry_on, under_way_on), started_on)::text AS ended, sixth_missed AS missed,
    stopped_reason AS reason, days_to_infusion_6 AS days,
    concat_ws(';', ${SCORES.map((column) => `coalesce(${column}::text, '65')`).join(', ')}) AS code
  FROM course WHERE clinic_id = $1`;
const TABLE = `CREATE TABLE course (day VARCHAR, ended VARCHAR, missed BOOLEAN, reason VARCHAR, days VARCHAR, code VARCHAR)`;
const TYPED = `
  CREATE TABLE typed AS SELECT day::DATE AS started_on, ended::DATE AS last_heard_on, missed, reason, days::INTEGER AS days,
    ${SCORES.map((column, at) => `split_part(code, ';', ${at + 1})::TINYINT AS ${column}`).join(', ')} FROM course`;
const QUESTION = `
  SELECT date_trunc('quarter', started_on) AS quarter, missed, reason, last_heard_on < $today::DATE - 60 AS silent,
    string_agg((${SCORES.reduce((code, column) => `(${code}) * 66 + ${column}`, '0::BIGINT')})::VARCHAR, ',') AS courses,
    string_agg(coalesce(days::VARCHAR, ''), ',') AS days
  FROM typed WHERE score_1 BETWEEN 1 AND 64 GROUP BY ALL`;
