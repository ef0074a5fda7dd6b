import pg from 'pg';
import { median, short, table, timed } from './figures.mjs';
import { processorMsOf, withClinic } from './service.mjs';

const COURSES = 50;

/** What all clinics of a database add up to, by one statement. */
export async function network(built, { quick }) {
  return withClinic(built, async ({ ownerUrl }) => {
    const owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    try {
      const clinics = quick ? 2000 : 20_000;
      for (const statement of MADE) await owner.query(statement.replaceAll('{clinics}', String(clinics)));
      await owner.query('VACUUM ANALYZE course');
      const row = await measured(built, owner);
      const counted = [clinics, clinics * COURSES].map((count) => count.toLocaleString('en'));
      return `${table(HEADER, [[...counted, ...row]])}\n\n${NOTE}`;
    } finally {
      await owner.end();
    }
  });
}

const HEADER = [
  'clinics',
  'courses',
  'first ms',
  'median ms',
  'slowest of 7 ms',
  'processor ms',
  'told of 7 counts',
  'goal ms',
];
const NOTE =
  'The one statement of `cudos network` with the reading of its rows; processor ms are those of the process of PostgreSQL that works on it. Two in ' +
  'ten patients have a second course.';

async function measured(built, owner) {
  const load = (path) => import(`${built}/src/${path}.js`);
  const { networkCells } = await load('commands/network/network.repository');
  const { NETWORK_GROUPS, networkGroupsByScores } = await load('domain/cohort/groups/network-groups');
  const { networkCounts } = await load('domain/disclosure/network');
  const rules = { at: new Date(), groupsByScores: networkGroupsByScores(), inductionDays: 60, maintenanceDays: 180 };
  const database = { query: async (text, values) => (await owner.query(text, values)).rows };
  const { rows } = await owner.query('SELECT pg_backend_pid() AS pid');
  const times = [];
  const processor = [];
  let cells;
  for (let time = 0; time < 8; time += 1) {
    const before = processorMsOf(rows[0].pid);
    const { took, result } = await timed(() => networkCells(database, rules));
    processor.push(processorMsOf(rows[0].pid) - before);
    times.push(took);
    cells = result;
  }
  const told = networkCounts(
    cells.filter(({ groups }) => groups > 0),
    NETWORK_GROUPS.length,
  );
  const [first, ...others] = times;
  const tellable = told.filter((count) => count !== null).length;
  return [short(first), short(median(others)), short(Math.max(...others)), short(median(processor)), tellable, '2,000'];
}

/** Without looking at each foreign key: a million of them is not what is measured. */
const MADE = [
  `SET session_replication_role = replica`,
  `INSERT INTO clinic
   SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'name', 'Network ' || n,
     'time_zone', (ARRAY['America/Denver', 'Europe/Berlin', 'Asia/Tokyo', 'UTC'])[1 + n % 4]))).*
   FROM clinic c, generate_series(1, {clinics}) AS n`,
  `INSERT INTO course (clinic_id, id, patient_id, number, kind, indication, started_on, protocol, version, created_at, changed_at,
     changed_by, request_id, stopped_on, stopped_reason, last_entry_on, entries, score_1, score_2, score_6, days_to_infusion_6)
   SELECT clinic_id, gen_random_uuid(), md5(clinic_id::text || n % 42)::uuid, 1 + n / 42, 'induction', 'depression', day, '{0,3,7,10,14,17}', 1,
     now(), now(), gen_random_uuid(), 'bench', CASE WHEN stops < 7 THEN day + 20 END, CASE WHEN stops < 7 THEN 'cost' END, day + 17, 6,
     first, first * 0.9, CASE WHEN stops > 6 THEN first * fall END, CASE WHEN stops > 6 THEN 17 END
   FROM (SELECT id AS clinic_id, n, current_date - (random() * 3650)::int AS day, 20 + (random() * 44)::int AS first,
       (random() * 20)::int AS stops, random() AS fall
     FROM clinic, generate_series(0, ${COURSES - 1}) AS n WHERE name LIKE 'Network %') AS made`,
];
