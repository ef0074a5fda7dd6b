// Imports a spreadsheet through the command line into an empty data directory and compares every figure of its cohort with
// independent answers, to 9 significant digits, iterated ones to 6:
// `node test/oracle/compare.mjs COURSES.csv EXPECTED.json [MORE.json ...]`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const [courses, ...answers] = process.argv.slice(2).map((path) => resolve(path));

/** What an iteration ends at is known to fewer digits. */
const ITERATED = /^\/modelBased\//;
const dataDir = mkdtempSync(join(tmpdir(), 'cudos-oracle-'));
const env = { ...process.env, DATA_DIR: dataDir };
delete env.DATABASE_URL;

const cudos = (...words) =>
  execFileSync('npm', ['run', '--silent', 'cudos', '--', ...words], {
    cwd: root,
    env,
    encoding: 'utf8',
  });

let compared = 0;
const differences = [];

/** Every number of the expected answer is at the same place of ours, equal to 9 significant digits, or 6. */
function compare(expected, ours, path) {
  if (expected !== null && typeof expected === 'object') {
    for (const [key, value] of Object.entries(expected)) compare(value, ours?.[key], `${path}/${key}`);
    return;
  }
  compared += 1;
  const same =
    typeof expected === 'number' && typeof ours === 'number'
      ? Math.abs(expected - ours) <= (ITERATED.test(path) ? 5e-6 : 5e-9) * Math.max(Math.abs(expected), Math.abs(ours))
      : expected === ours;
  if (!same) differences.push(`${path}: expected ${expected}, ours ${ours}`);
}

try {
  cudos('import', courses, '--clinic', 'Oracle', '--time-zone', 'UTC', '--commit');
  const ours = JSON.parse(cudos('cohort', '--json'));
  for (const answer of answers) compare(JSON.parse(readFileSync(answer, 'utf8')), ours, '');
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
for (const line of differences) console.error(line);
console.log(`${compared} figures compared, ${differences.length} differ`);
process.exit(differences.length === 0 && compared > 0 ? 0 : 1);
