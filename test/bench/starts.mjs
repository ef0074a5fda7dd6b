import { client } from './client.mjs';
import { median, ratio, short, table, timed } from './figures.mjs';
import { makeDirectory, PASSWORD, removeDirectory, setUpClinic, startService } from './service.mjs';

/** How long a start takes, and whether the time of a refused sign-in reveals if the name exists. */
export async function starts(built, { quick }) {
  const dataDir = makeDirectory();
  try {
    const first = await startService(built, dataDir);
    const clinic = await setUpClinic(first);
    await first.stop();
    const warm = [];
    for (let time = 0; time < (quick ? 1 : 4); time += 1) {
      const service = await startService(built, dataDir);
      warm.push(service.readyAfter);
      await service.stop();
    }
    const service = await startService(built, dataDir);
    const signIns = await signInTimes(service, clinic, quick ? 10 : 40);
    await service.stop();
    return reportOf({ first: first.readyAfter, warm: median(warm), ...signIns });
  } finally {
    removeDirectory(dataDir);
  }
}

function reportOf({ first, warm, right, wrong, unknown }) {
  return table(
    ['median', 'ms'],
    [
      ['first start, from the command to ready', short(first)],
      ['warm start', short(warm)],
      ['sign-in, right password', short(right)],
      ['sign-in refused, name known', short(wrong)],
      ['sign-in refused, name unknown', short(unknown)],
      ['refused, unknown / known', ratio(unknown, wrong)],
    ],
  );
}

/** In turns, so that a disturbance of the machine falls on all three alike. */
async function signInTimes({ url }, { email }, times) {
  const http = client(url);
  const taken = { right: [], wrong: [], unknown: [] };
  for (let time = 0; time < times; time += 1) {
    const tries = {
      wrong: { email, password: `${PASSWORD}, almost`, status: 401 },
      unknown: { email: `nobody-${time}@example.org`, password: PASSWORD, status: 401 },
      // Last, because it ends the growing delay after wrong passwords.
      right: { email, password: PASSWORD, status: 200 },
    };
    for (const [name, { status, ...body }] of Object.entries(tries)) {
      const { took } = await timed(() => http.json('POST', '/v1/session', { status, body }));
      taken[name].push(took);
    }
  }
  http.close();
  return Object.fromEntries(Object.entries(taken).map(([name, all]) => [name, median(all)]));
}
