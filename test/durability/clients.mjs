const CLIENTS = 8;
const SLOTS = [1, 2, 3, 4, 5, 6].map((number) => `infusion-${number}`).concat('post-series');
const FIRST_DAY = Date.parse('2025-03-03');
const DAY_IN_MS = 24 * 60 * 60 * 1000;
const PATIENCE_IN_MS = 10_000;
/** Of the writes, while there are empty slots; the others are amendments. */
const SHARE_OF_FIRST_SCORES = 0.2;

const DIRECTOR = { email: 'director@example.org', password: 'a long sentence is a good password' };

/** Sets up the clinic with the printed link, and gives the session's cookie. Sessions outlive the service. */
export async function setUpClinic(url, token) {
  const clinic = { name: 'Clinic under kills', timeZone: 'America/Denver' };
  await post(url, '/v1/setup', { token, clinic, director: { name: 'Dana', ...DIRECTOR } });
  const { headers } = await post(url, '/v1/session', DIRECTOR);
  return headers.get('set-cookie').split(';')[0];
}

/** Clients that write at the same time, each to courses of its own, which are made here. */
export async function makeClients(url, cookie, coursesEach) {
  return Promise.all(
    Array.from({ length: CLIENTS }, async (_, number) => {
      const courses = [];
      while (courses.length < coursesEach) {
        courses.push(await makeCourse(url, cookie, `${number}-${courses.length}`));
      }
      return makeClient(number, cookie, courses);
    }),
  );
}

async function makeCourse(url, cookie, chartNumber) {
  const { id: patientId } = (await post(url, '/v1/patients', { chartNumber }, cookie)).body;
  const course = { kind: 'induction', startedOn: dayOfVisit(0) };
  return (await post(url, `/v1/patients/${patientId}/courses`, course, cookie)).body.id;
}

function makeClient(number, cookie, courses) {
  const places = courses.flatMap((courseId) =>
    SLOTS.map((slot, visit) => ({ courseId, slot, assessedOn: dayOfVisit(visit), version: 0 })),
  );
  const acknowledged = [];
  const client = { acknowledged, unanswered: null, writeUntilLost, writeUntil };
  let filled = 0;

  function nextWrite() {
    const first = filled === 0 || (filled < places.length && Math.random() < SHARE_OF_FIRST_SCORES);
    const place = places[first ? filled : Math.floor(Math.random() * filled)];
    // No change of score is so large that the service would ask back.
    const total = 20 + Math.floor(Math.random() * 10);
    const note = `client ${number}, write ${acknowledged.length + 1}`;
    return { ...place, place, version: place.version + 1, total, note };
  }

  /** Sends a new write, or what stayed without an answer again, as clients do. Gives whether it was acknowledged. */
  async function write(url) {
    const sent = (client.unanswered ??= nextWrite());
    if (!(await put(url, cookie, sent))) return false;
    acknowledged.push(sent);
    sent.place.version = sent.version;
    if (sent.version === 1) filled += 1;
    client.unanswered = null;
    return true;
  }

  /** Writes until the service is gone. */
  async function writeUntilLost(url) {
    while (await write(url));
  }

  /** Writes until it is told to stop, whatever is lost on the way, and until the last write was acknowledged. */
  async function writeUntil(stopped, url) {
    do await write(url);
    while (!stopped() || client.unanswered !== null);
  }

  return client;
}

/** Four days between visits: no change of score is so large that the service would ask back. */
function dayOfVisit(visit) {
  return new Date(FIRST_DAY + visit * 4 * DAY_IN_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/**
 * Sends one score or amendment; true where it was acknowledged, false where the service or its database went away.
 * @throws Error where the service refuses it, which it has no reason to do
 */
async function put(url, cookie, { courseId, slot, version, total, assessedOn, note }) {
  const first = version === 1;
  const condition = first ? { 'if-none-match': '*' } : { 'if-match': `"${version - 1}"` };
  const answer = await fetch(`${url}/v1/courses/${courseId}/assessments/${slot}`, {
    method: 'PUT',
    headers: { cookie, 'content-type': 'application/json', ...condition },
    body: JSON.stringify({
      total,
      assessedOn,
      note,
      amendmentReason: first ? null : 'asked again',
    }),
    signal: AbortSignal.timeout(PATIENCE_IN_MS),
  }).catch(() => null);
  if (answer === null || answer.status >= 500) return false;
  const text = await answer.text().catch(() => '');
  if (answer.ok) return true;
  throw new Error(`${slot}, version ${version}, was refused (${answer.status}): ${text}`);
}

async function post(url, path, body, cookie = '') {
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`POST ${path} was refused (${answer.status}): ${text}`);
  return { headers: answer.headers, body: JSON.parse(text) };
}
