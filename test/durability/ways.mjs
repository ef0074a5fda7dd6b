import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { familyOf, kill, orphansOf, victims } from './processes.mjs';
import { DISK_FULL, fillTheDisk } from './disk-full.mjs';
import { cutThePower, POWER_CUT } from './power-cut.mjs';
import { startService } from './service.mjs';
import { killOneOfSeveral } from './several.mjs';
import { killService, look, makeHome, restart, setUp, start, stop, writeAndKill } from './trial.mjs';

const FIRST_START = 'during first start';
const ONE_OF_SEVERAL = 'one of three processes';
export const ways = [...Object.keys(victims), FIRST_START, ONE_OF_SEVERAL, DISK_FULL];
/** Asked for by name: where it can't be tried, that must not pass for a success. */
export const waysByName = [...ways, POWER_CUT];

/** Kills in one way, round after round, and says what became of the scores. The first error ends the trial. */
export async function tryWay(way, rounds) {
  const trial = {
    home: null,
    service: null,
    kills: 0,
    acknowledged: 0,
    lost: new Set(),
    orphans: new Map(),
    faults: [],
    restarts: [],
  };
  const special = {
    [FIRST_START]: killDuringFirstStart,
    [ONE_OF_SEVERAL]: killAmongSeveral,
    [DISK_FULL]: fillTheDisk,
    [POWER_CUT]: cutThePower,
  };
  const run = special[way] ?? killWhileWriting;
  try {
    await run(trial, rounds, way);
  } catch (error) {
    trial.faults.push(`after kill ${trial.kills}: ${error.message}`);
    await clearAway(trial);
  }
  if (trial.home !== null) await rm(trial.home, { recursive: true, force: true, maxRetries: 10 });
  return trial;
}

/** Rounds on one directory that lives on. */
async function killWhileWriting(trial, rounds, way) {
  await makeHome(trial);
  await start(trial);
  await setUp(trial, rounds);
  for (let round = 0; round < rounds; round += 1) {
    await writeAndKill(trial, way);
    await restart(trial);
    await look(trial);
  }
  await stop(trial);
}

async function killAmongSeveral(trial, rounds) {
  await makeHome(trial);
  await killOneOfSeveral(trial, rounds);
}

/** Rounds on empty directories, killed anywhere between the first file and the printed link, then once more. */
async function killDuringFirstStart(trial, rounds) {
  const kinds = ['node', 'node and supervisor', 'everything'];
  for (let round = 0; round < rounds; round += 1) {
    await makeHome(trial);
    trial.service = startService(trial.home);
    await sleep(Math.random() * Math.max(1500, ...trial.restarts));
    await killService(trial, kinds[round % kinds.length]);
    await restart(trial);
    await setUp(trial, 1);
    await writeAndKill(trial, 'everything');
    await restart(trial);
    await look(trial);
    await stop(trial);
    await rm(trial.home, { recursive: true, force: true });
  }
}

async function clearAway({ home, service }) {
  if (service === null) return;
  kill([...familyOf(service.pid), ...orphansOf(home, service.pid)]);
  await service.ended;
}
