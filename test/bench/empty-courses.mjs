/** The clinic's ids of so many courses with nothing recorded, made by an import as a clinic would make them. */
export async function makeEmptyCourses(http, { pool, clinicId }, count) {
  const rows = Array.from({ length: count }, (_, at) => `E-${at + 1},${STARTED_ON},,`);
  const body = ['chart_number,started_on,date_1,score_1', ...rows].join('\n');
  const headers = { 'content-type': 'text/csv' };
  await http.json('POST', '/v1/imports?commit=true', { body, headers });
  const connection = await pool.connect();
  try {
    await connection.query('START TRANSACTION');
    await connection.query(`SET LOCAL app.clinic_id = '${clinicId}'`);
    const { rows } = await connection.query('SELECT id FROM course WHERE clinic_id = $1', [clinicId]);
    await connection.query('COMMIT');
    return rows.map(({ id }) => id);
  } finally {
    connection.release();
  }
}

const STARTED_ON = '2025-01-06';
const DAYS = ['06', '09', '13', '16', '20', '23'];

/** The first score of each infusion of a course, in order; none is so unlikely that the service would ask. */
export function scoresOf(courseId) {
  return DAYS.map((day, at) => ({
    courseId,
    slot: `infusion-${at + 1}`,
    total: 40 - 5 * at,
    assessedOn: `2025-01-${day}`,
  }));
}
