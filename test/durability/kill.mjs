import { parseArgs } from 'node:util';
import { buildWhereStale } from '../../src/build.mjs';
import { tryWay, ways, waysByName } from './ways.mjs';

/**
 * Kills the service in six ways, and fills its disk, while clients write scores; starts it again at once, and looks for every score
 * that was acknowledged. With `--way 'power cut'` the disk loses its power (README.md).
 *
 * usage: npm run durability -- [--rounds 30] [--way NAME]
 */
const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '30' }, way: { type: 'string' } },
});
const rounds = Number(options.rounds);
const chosen = options.way === undefined ? ways : waysByName.filter((way) => way === options.way);

if (process.platform !== 'linux') throw new Error('This script finds its processes through /proc.');
if (!(rounds >= 1)) throw new Error('--rounds takes a number from 1 on.');
if (chosen.length === 0) throw new Error(`--way takes one of: ${waysByName.join(', ')}.`);

function summary(way, { kills, acknowledged, lost, orphans, faults, restarts, unflushed }) {
  const sorted = restarts.toSorted((a, b) => a - b);
  const median = Math.round(sorted[Math.floor(sorted.length / 2)]);
  const slowest = Math.round(sorted.at(-1));
  return (
    `${way}: ${kills} kills, ${acknowledged} scores acknowledged, ${lost.size} lost, ` +
    `${orphans.size} orphans, ${faults.length} other faults` +
    (unflushed ? `, ${unflushed.lost} of ${unflushed.written} files lost that nobody flushed` : '') +
    (sorted.length === 0 ? '' : `, ready again after ${median} ms (slowest ${slowest} ms)`)
  );
}

buildWhereStale();
let failed = false;
for (const way of chosen) {
  const trial = await tryWay(way, rounds);
  console.log(summary(way, trial));
  for (const key of trial.lost) console.error(`  lost: ${key}`);
  for (const [pid, command] of trial.orphans) console.error(`  orphan: ${pid} ${command}`);
  for (const fault of trial.faults) console.error(`  ${fault}`);
  failed ||= trial.lost.size + trial.orphans.size + trial.faults.length > 0;
}
process.exit(failed ? 1 : 0);
