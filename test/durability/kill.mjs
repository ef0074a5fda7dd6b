import { Command, InvalidArgumentError, Option } from 'commander';
import { buildWhereStale } from '../../src/build.mjs';
import { tryWay, ways, waysByName } from './ways.mjs';

const { rounds, way: only } = new Command('npm run durability --')
  .description(
    'Kills the service in six ways, and fills its disk, while clients write scores; starts it again at once, and looks ' +
      'for every score that was acknowledged. Ends with 1 where one is lost.',
  )
  .option('--rounds <number>', 'kills a way', wholeNumber, 30)
  .addOption(
    new Option('--way <name>', 'one way; "power cut", in which the disk loses its power, only so').choices(waysByName),
  )
  .parse()
  .opts();
if (process.platform !== 'linux') throw new Error('This script finds its processes through /proc.');

function wholeNumber(text) {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('It is a number from 1 on.');
  return Number(text);
}

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
for (const way of only === undefined ? ways : [only]) {
  const trial = await tryWay(way, rounds);
  console.log(summary(way, trial));
  for (const key of trial.lost) console.error(`  lost: ${key}`);
  for (const [pid, command] of trial.orphans) console.error(`  orphan: ${pid} ${command}`);
  for (const fault of trial.faults) console.error(`  ${fault}`);
  failed ||= trial.lost.size + trial.orphans.size + trial.faults.length > 0;
}
process.exit(failed ? 1 : 0);
