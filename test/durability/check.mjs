import { join } from 'node:path';
import pg from 'pg';
import { root } from '../../src/build.mjs';

/** A version's whole row but what the current row does not repeat; jsonb puts the columns in one order. */
const VERSIONS = `
  SELECT course_id || ' ' || slot AS place, version, total, note,
    (to_jsonb(row) - ARRAY['amendment_reason', 'override_reason', 'request_id'])::text AS content
  FROM assessment_version row ORDER BY course_id, slot, version`;
const CURRENT = `
  SELECT course_id || ' ' || slot AS place, to_jsonb(row)::text AS content FROM assessment row`;

/**
 * Compares what the tables hold after a restart with the answers that the clients had.
 * Gives the acknowledged versions that are not there as they were sent, and everything else that is wrong.
 */
export async function checkRecords(databaseUrl, clients) {
  const { versions, current } = await readRecords(databaseUrl);
  const found = new Map(versions.map((row) => [keyOf(row), row]));
  const acknowledged = clients.flatMap((client) => client.acknowledged).map(written);
  const unanswered = clients.flatMap(({ unanswered }) => unanswered ?? []).map(written);
  const known = new Map([...acknowledged, ...unanswered].map((write) => [keyOf(write), write]));
  return {
    lost: acknowledged.filter((write) => !sameScore(write, found.get(keyOf(write)))).map(keyOf),
    broken: [
      ...versions
        .filter((row) => !sameScore(row, known.get(keyOf(row))))
        .map((row) => `${keyOf(row)} was sent by nobody`),
      ...holesIn(versions),
      ...differencesOfCurrent(versions, current),
    ],
  };
}

/** Asks the service itself for the last score whose saving was confirmed to each client. */
export async function checkAnswers(url, cookie, clients) {
  const last = clients.flatMap(({ acknowledged }) => acknowledged.slice(-1));
  const answers = await Promise.all(
    last.map(async ({ courseId, slot, version, total, note }) => {
      const path = `/v1/courses/${courseId}/assessments/${slot}/versions`;
      const { items = [] } = await (await fetch(url + path, { headers: { cookie } })).json();
      const shown = items.find((item) => item.version === version);
      return sameScore({ total, note }, shown) ? [] : [`${courseId} ${slot} ${version}`];
    }),
  );
  return answers.flat();
}

/** The address of the embedded database that runs in a folder. */
export async function databaseIn(dataDir) {
  const { findRunning } = await import(join(root, 'dist/server/src/database/embedded/launcher.js'));
  return (await findRunning(dataDir)).url;
}

async function readRecords(connectionString) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows: versions } = await client.query(VERSIONS);
    const { rows: current } = await client.query(CURRENT);
    return { versions, current };
  } finally {
    await client.end();
  }
}

function holesIn(versions) {
  return versions.flatMap(({ place, version }, at) => {
    const before = versions[at - 1];
    const expected = before?.place === place ? before.version + 1 : 1;
    return version === expected ? [] : [`${place} has no version ${expected}`];
  });
}

/** The current row of a slot says the same as its latest version, and neither is without the other. */
function differencesOfCurrent(versions, current) {
  const latest = new Map(versions.map(({ place, content }) => [place, content]));
  const shown = new Map(current.map(({ place, content }) => [place, content]));
  return [...new Set([...latest.keys(), ...shown.keys()])]
    .filter((place) => latest.get(place) !== shown.get(place))
    .map((place) => `${place} is not current as its latest version`);
}

function written({ courseId, slot, version, total, note }) {
  return { place: `${courseId} ${slot}`, version, total, note };
}

const keyOf = ({ place, version }) => `${place} ${version}`;
const sameScore = (one, other) => one.total === other?.total && one.note === other?.note;
