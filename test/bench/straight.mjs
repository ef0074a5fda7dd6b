import pg from 'pg';

/**
 * Records first scores straight through `pg`: the statements that the service sends for one, without the service.
 * What is left out is what the service does besides: it looks the session up, checks, and answers over HTTP.
 */
export function straight(databaseUrl, { clinicId, staffId }) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: SERVICE_POOL, pipeline: true });

  async function record({ courseId, slot, total, assessedOn }) {
    const connection = await pool.connect();
    try {
      await Promise.all([
        connection.query(`START TRANSACTION; SET LOCAL app.clinic_id = '${clinicId}'`),
        connection.query(COURSE, [clinicId, courseId]),
        connection.query(SLOTS, [clinicId, courseId]),
      ]);
      const place = [clinicId, courseId, slot, 1];
      const content = ['scored', total, null, assessedOn, null, null, null, null];
      await Promise.all([
        connection.query(ADD, [...place, ...content, new Date(), staffId, 'bench']),
        connection.query('COMMIT'),
      ]);
      connection.release();
    } catch (error) {
      connection.release(error);
      throw error;
    }
  }

  return { record, pool, close: () => pool.end() };
}

const SERVICE_POOL = 10;

const COURSE = `
  SELECT c.kind, c.started_on, c.protocol, c.stopped_on, c.stopped_reason, c.under_way_on, clinic.time_zone
  FROM course c JOIN clinic ON clinic.id = $1 WHERE c.clinic_id = $1 AND c.id = $2 FOR UPDATE OF c`;
const SLOTS = `
  SELECT e.course_id, e.slot, e.version, e.state, e.total, e.answers, e.assessed_on, e.missed_reason, e.note, e.recorded_at,
    e.recorded_by, staff.name
  FROM assessment e LEFT JOIN staff ON staff.clinic_id = $1 AND staff.id = e.recorded_by
  WHERE e.clinic_id = $1 AND e.course_id = $2`;
const ADD = `
  WITH added AS (
    INSERT INTO assessment_version (clinic_id, course_id, slot, version, state, total, answers, assessed_on,
      missed_reason, note, amendment_reason, override_reason, recorded_at, recorded_by, request_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
    RETURNING *
  )
  INSERT INTO assessment (clinic_id, course_id, slot, version, state, total, answers, assessed_on,
    missed_reason, note, recorded_at, recorded_by)
  SELECT clinic_id, course_id, slot, version, state, total, answers, assessed_on,
    missed_reason, note, recorded_at, recorded_by
  FROM added
  ON CONFLICT (clinic_id, course_id, slot) DO UPDATE SET
    version = EXCLUDED.version, state = EXCLUDED.state, total = EXCLUDED.total,
    answers = EXCLUDED.answers, assessed_on = EXCLUDED.assessed_on,
    missed_reason = EXCLUDED.missed_reason, note = EXCLUDED.note,
    recorded_at = EXCLUDED.recorded_at, recorded_by = EXCLUDED.recorded_by`;
