// Makes cohorts by chance and compares every figure of them with what R says, where there is R and a program for it:
// `node --import ./test/support/typescript.mjs test/oracle/random.mjs COHORTS SEED ORACLE.R [MORE.R ...]`.
// ORACLE.R takes a CSV with score_1 to score_6, a row a concluded course, and prints figures as JSON, as the cohort has them.
// The same seed makes the same cohorts.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { between, chance, seededRandom, wholeBetween } from '../../src/commands/sample/random.js';
import { cohortOf } from '../../src/domain/cohort/cohort.js';
import { directorOutcome } from '../../src/domain/cohort/director-outcome.js';
import { baselinesOf } from '../domain/cohort/cohort-fixtures.js';
import { compare, report } from './differences.mjs';

const [count, seed, ...oracles] = process.argv.slice(2);
const HEADER = [1, 2, 3, 4, 5, 6].map((infusion) => `score_${infusion}`).join();

/** From 12 to 150 courses; how severe, how well they go, how many stop and miss visits differs from cohort to cohort. */
function madeUp(random) {
  const highest = wholeBetween(random, 20, 64);
  const lowest = wholeBetween(random, 0, highest - 8);
  const [stopping, missing] = [between(random, 0, 0.15), between(random, 0, 0.15)];
  return Array.from({ length: wholeBetween(random, 12, 150) }, (_, at) => {
    const baseline = wholeBetween(random, lowest, highest);
    const left = between(random, 0, 1.2);
    let stopped = false;
    return [0, 1, 2, 3, 4, 5].map((visit) => {
      // Ten baselines and two completers at least, since of fewer some figures are not defined.
      const certain = at < 10 && (visit === 0 || at < 2);
      stopped ||= !certain && visit > 0 && chance(random, stopping);
      if (stopped || (!certain && chance(random, missing))) return null;
      const expected = baseline * (1 + ((left - 1) * visit) / 5);
      const score = Math.round(expected + (visit === 0 ? 0 : between(random, -6, 6)));
      return Math.min(64, Math.max(0, score));
    });
  });
}

function oursOf(rows) {
  const courses = rows.map((scores, at) => ({
    courseId: `p${at}/c${at}`,
    scores,
    postSeries: null,
    stoppedReason: null,
    status: 'completed',
    startedOn: '2026-03-04',
  }));
  return directorOutcome(cohortOf(courses, baselinesOf(courses))).outcome;
}

if (spawnSync('Rscript', ['--version']).error) {
  console.log('Nothing compared: there is no Rscript here.');
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), 'cudos-random-'));
try {
  const random = seededRandom(Number(seed));
  const results = [];
  for (let made = 1; made <= Number(count); made += 1) {
    const rows = madeUp(random);
    const file = join(folder, `${made}.csv`);
    writeFileSync(file, [HEADER, ...rows.map((scores) => scores.map((score) => score ?? '').join())].join('\n'));
    const ours = oursOf(rows);
    for (const oracle of oracles) {
      const expected = JSON.parse(execFileSync('Rscript', [oracle, file], { encoding: 'utf8' }));
      results.push(compare(expected, ours, ''));
    }
  }
  report(results);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
