import pg from 'pg';

const SERVICE_POOL = 10;

/**
 * Records first scores straight through `pg`: the statements that the service sends for one, without the service.
 * What is left out is what the service does besides: it looks the session up, checks, and answers over HTTP.
 */
export async function straight(built, databaseUrl, { clinicId, staffId }) {
  const load = (path) => import(`${built}/src/${path}.js`);
  const { AssessmentRepository } = await load('assessments/entries/assessment.repository');
  const { CourseRepository } = await load('courses/course.repository');
  const { recordEvent } = await load('audit/audit-event.repository');
  const { ofClinic } = await load('database/row-security');
  const [assessments, courses] = [new AssessmentRepository(), new CourseRepository()];
  const pool = new pg.Pool({ connectionString: databaseUrl, max: SERVICE_POOL, pipeline: true });
  const beginning = ['START TRANSACTION', ...ofClinic(clinicId), 'SET LOCAL statement_timeout = 30000'].join('; ');

  /** @param how.audited Whether the event of the score is sent, too. */
  async function record({ courseId, slot, total, assessedOn }, { audited = true } = {}) {
    const connection = await pool.connect();
    const query = async (text, values) => (await connection.query(text, values)).rows;
    const transaction = { clinicId, pipeline: { query } };
    try {
      await Promise.all([
        connection.query(beginning),
        courses.lockFacts(transaction, courseId),
        assessments.listOfCourse(transaction, courseId),
      ]);
      const at = new Date();
      const row = { ...NOTHING_SAID, clinicId, courseId, slot, total, assessedOn, recordedAt: at, recordedBy: staffId };
      const actor = { staffId, at, address: null, requestId: 'bench' };
      await Promise.all([
        assessments.add(transaction, row),
        ...(audited
          ? [recordEvent(transaction, actor, 'assessment.recorded', { subjectId: courseId, detail: slot })]
          : []),
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

const NOTHING_SAID = {
  version: 1,
  state: 'scored',
  answers: null,
  missedReason: null,
  note: null,
  amendmentReason: null,
  overrideReason: null,
  requestId: 'bench',
};
