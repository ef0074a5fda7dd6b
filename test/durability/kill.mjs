import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { familyOf, isPostmaster, isSupervisor, kill, leftOf } from './processes.mjs';

/**
 * Kills a writing service in five ways, starts again at once, and looks for every row that was acknowledged.
 *
 * usage: npm run durability -- [--rounds 30] [--way NAME] [--built dist/server]
 */
const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '30' },
    way: { type: 'string' },
    built: {
      type: 'string',
      default: fileURLToPath(new URL('../../dist/server', import.meta.url)),
    },
  },
});
const rounds = Number(options.rounds);
const built = resolve(options.built);
const { startEmbedded } = await import(`${built}/src/database/embedded/launcher.js`);

/** Whom a way takes out of the writer's family: node, its supervisor, the postmaster and the backends. */
const victims = {
  node: (family) => family.slice(0, 1),
  'node and supervisor': (family) => [family[0], ...family.filter(isSupervisor)],
  postmaster: (family) => family.filter(isPostmaster),
  everything: (family) => family,
};
const ways = [...Object.keys(victims), 'during first start'];

function startWriter(dataDir) {
  const child = fork(new URL('writer.mjs', import.meta.url), [built, dataDir]);
  const acknowledged = [];
  const ready = new Promise((done, failed) => {
    child.once('exit', () => failed(new Error('the writer ended before it was ready')));
    child.on('message', (message) => {
      if (message.ready) done();
      else acknowledged.push(message.acknowledged);
    });
  });
  ready.catch(() => undefined);
  return { child, acknowledged, ready, ended: once(child, 'close') };
}

/** One round on a directory that lives on: write for a while, kill, and give the rows that must be there. */
async function killWhileWriting(way, dataDir) {
  const writer = startWriter(dataDir);
  await writer.ready;
  await sleep(200 + Math.random() * 500);
  kill(victims[way](familyOf(writer.child.pid)));
  await writer.ended;
  return writer.acknowledged;
}

/** One round on an empty directory, killed anywhere between the first file and the first rows. */
async function killDuringFirstStart(round, dataDir) {
  const writer = startWriter(dataDir);
  await sleep(Math.random() * 1500);
  const kinds = ['node', 'node and supervisor', 'everything'];
  kill(victims[kinds[round % kinds.length]](familyOf(writer.child.pid)));
  await writer.ended;
  return writer.acknowledged;
}

/** Starts at once on what the kill has left, and gives the time that took and the rows that are missing. */
async function restart(dataDir, acknowledged) {
  const started = performance.now();
  const database = await startEmbedded({ dataDir });
  const took = performance.now() - started;
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query("SELECT to_regclass('acknowledged') IS NOT NULL AS made");
  const found = rows[0].made
    ? await client.query('SELECT id::int FROM acknowledged')
    : { rows: [] };
  const there = new Set(found.rows.map(({ id }) => id));
  await client.end();
  await database.stop();
  return { took, missing: acknowledged.filter((id) => !there.has(id)) };
}

/** An initdb whose node and supervisor were killed finishes alone; everything else must be gone at once. */
async function countOrphans(dataDir) {
  for (let look = 0; look < 40; look += 1) {
    if (leftOf(dataDir).length === 0) return 0;
    await sleep(50);
  }
  return leftOf(dataDir).length;
}

async function makeDirectory() {
  const dataDir = await mkdtemp(join(tmpdir(), 'cudos-kill-'));
  // Where the script runs as root, PostgreSQL's account has to come through.
  await chmod(dataDir, 0o711);
  return dataDir;
}

async function tryWay(way) {
  const sum = { kills: 0, rows: 0, lost: new Set(), orphans: 0, refused: 0, slowest: 0 };
  const first = way === 'during first start';
  let dataDir = await makeDirectory();
  const all = [];
  for (let round = 0; round < rounds; round += 1) {
    if (first && round > 0) {
      await rm(dataDir, { recursive: true, force: true });
      dataDir = await makeDirectory();
      all.length = 0;
    }
    const rows = await (first
      ? killDuringFirstStart(round, dataDir)
      : killWhileWriting(way, dataDir));
    all.push(...rows);
    sum.kills += 1;
    sum.rows += rows.length;
    try {
      const { took, missing } = await restart(dataDir, all);
      for (const id of missing) sum.lost.add(first ? `${round}/${id}` : id);
      sum.slowest = Math.max(sum.slowest, took);
      sum.orphans += await countOrphans(dataDir);
    } catch (error) {
      sum.refused += 1;
      console.error(`${way}, round ${round + 1}: ${error.message}`);
    }
  }
  await rm(dataDir, { recursive: true, force: true });
  return sum;
}

if (process.platform !== 'linux') throw new Error('This script finds its processes through /proc.');
let failed = false;
for (const way of options.way ? [options.way] : ways) {
  const { kills, rows, lost, orphans, refused, slowest } = await tryWay(way);
  console.log(
    `${way}: ${kills} kills, ${rows} rows acknowledged, ${lost.size} lost, ${refused} starts refused, ${orphans} orphans, slowest restart ${Math.round(slowest)} ms`,
  );
  failed ||= lost.size + orphans + refused > 0;
}
process.exit(failed ? 1 : 0);
