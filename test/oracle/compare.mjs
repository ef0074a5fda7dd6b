// Imports a spreadsheet through the command line into an empty data directory and compares every figure of its cohort with
// independent answers, to 9 significant digits, iterated ones to 6:
// `node test/oracle/compare.mjs COURSES.csv EXPECTED.json [MORE.json ...]`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare, report } from './differences.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const [courses, ...answers] = process.argv.slice(2).map((path) => resolve(path));

const dataDir = mkdtempSync(join(tmpdir(), 'cudos-oracle-'));
const env = { ...process.env, DATA_DIR: dataDir };
delete env.DATABASE_URL;

const cudos = (...words) =>
  execFileSync('npm', ['run', '--silent', 'cudos', '--', ...words], {
    cwd: root,
    env,
    encoding: 'utf8',
  });

try {
  cudos('import', courses, '--clinic', 'Oracle', '--time-zone', 'UTC', '--commit');
  const ours = JSON.parse(cudos('cohort', '--json'));
  report(answers.map((answer) => compare(JSON.parse(readFileSync(answer, 'utf8')), ours)));
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
