import { SCORE_PLACES } from '../../domain/cohort/groups/network-groups.js';
import type { NetworkCell } from '../../domain/disclosure/network.js';
import { LAST_HEARD_ON, SIXTH_IS_OVER } from '../../courses/status-sql.js';

/** A connection of somebody whom row-level security does not bind. */
export interface Unbound {
  query<Rows>(text: string, values?: unknown[]): Promise<Rows>;
}

/** What decides in which cell a course is. */
export interface NetworkRules {
  at: Date;
  /** As of `networkGroupsByScores`. */
  groupsByScores: readonly number[];
  /** Days without an entry after which a course is no longer under way. */
  inductionDays: number;
  maintenanceDays: number;
}

/** May this login read the rows of all clinics? */
export async function readsAllClinics(database: Unbound): Promise<boolean> {
  const [me] = await database.query<{ all: boolean }[]>(
    `SELECT rolsuper OR rolbypassrls AS all FROM pg_roles WHERE rolname = current_user`,
  );
  return me?.all ?? false;
}

/** The courses of all clinics, by the groups that they are in; those under way are in none. One statement, of partial sums on each node. */
export async function networkCells(database: Unbound, rules: NetworkRules): Promise<NetworkCell[]> {
  const { groupsByScores, at, inductionDays, maintenanceDays } = rules;
  return database.query<NetworkCell[]>(CELLS, [groupsByScores, at, inductionDays, maintenanceDays]);
}

const NO_SCORE = SCORE_PLACES - 1;
const PLACE = `coalesce(course.score_1, ${NO_SCORE}) * ${SCORE_PLACES} + coalesce(course.score_6, ${NO_SCORE}) + 1`;
const IS_LOST = `${LAST_HEARD_ON} < ($2::timestamptz AT TIME ZONE clinic.time_zone)::date
        - CASE course.kind WHEN 'maintenance' THEN $4::int ELSE $3::int END`;

// A person's first course is one course of one person, so their number adds up, as that of different persons would not.
const CELLS = `
  SELECT groups, sum(courses)::int AS courses, sum(persons)::int AS persons, max(persons)::int AS "personsOfLargest",
    count(*)::int AS clinics
  FROM (
    SELECT clinic_id, groups, count(*) AS courses, count(*) FILTER (WHERE is_first) AS persons
    FROM (
      SELECT course.clinic_id, course.number = 1 AS is_first,
        CASE WHEN ${SIXTH_IS_OVER} OR course.stopped_on IS NOT NULL OR ${IS_LOST}
          THEN ($1::int[])[${PLACE}] ELSE 0 END AS groups
      FROM course JOIN clinic ON clinic.id = course.clinic_id
    ) AS counted
    GROUP BY clinic_id, groups
  ) AS of_clinics
  GROUP BY groups`;
