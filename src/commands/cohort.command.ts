import { Command } from 'commander';
import { CohortQuery, type CohortResponse } from '../cohorts/cohort.dto.js';
import { CohortService } from '../cohorts/cohort.service.js';
import { inWords } from '../domain/numbers/words.js';
import { intervalInWords, rateInWords } from '../domain/statistics/words.js';
import { print } from '../terminal.js';
import { checked } from './checked.js';
import { clinicOf, commandActor, withService } from './service-context.js';

interface Options extends Record<string, unknown> {
  clinic?: string;
  json?: boolean;
}

export const cohortCommand = new Command('cohort')
  .option('--clinic <name>', 'the clinic; not needed where there is only one')
  .option('--json', 'one JSON object with every figure, in full precision')
  .option('--period <period>', 'quarters or years of the start: 2025, 2025-Q2, 2025-Q1..2026-Q2')
  .option('--from <date>', 'first day of the start')
  .option('--to <date>', 'last day of the start')
  .option('--kind <kind>', 'induction or maintenance')
  .option('--indication <indication>', 'e.g. depression')
  .option('--baseline-band <band>', 'nonDepressed, minimal, mild, moderate or severe')
  .option('--minimum-baseline <total>', 'lowest baseline to count, 0-64')
  .option('--clinician <id>', 'staff id of the treating clinician')
  .action(async ({ clinic: name, json, ...filter }: Options) => {
    const query = await checked(CohortQuery, filter);
    await withService(async (context) => {
      const actor = commandActor(await clinicOf(context, name));
      const cohort = await context.get(CohortService, { strict: false }).outcome(actor, query);
      print(json ? JSON.stringify(cohort, null, 2) : summary(cohort));
    });
  });

function summary(cohort: CohortResponse): string {
  const { ladder, underWay, starters, completers, lastObserved, bounds } = cohort;
  const { courses, withBaseline, withLaterScore, withInfusion6, withPostSeries } = ladder;
  return [
    `Concluded courses        ${courses} (and ${underWay} under way, not counted)`,
    `  with baseline          ${withBaseline}`,
    `  with a later score     ${withLaterScore}`,
    `  with infusion 6        ${withInfusion6}`,
    `  with post-series       ${withPostSeries}`,
    `Response, starters       ${rateInWords(starters.response)}`,
    `Response, completers     ${rateInWords(completers.response)}`,
    `Response, last observed  ${rateInWords(lastObserved.response)}`,
    `Response, bounds         ${inWords(bounds.response.worst.percent)} to ${inWords(bounds.response.best.percent)} %`,
    `Mean score, completers   ${inWords(completers.baseline.mean)} -> ${inWords(completers.endpoint.mean)}` +
      `, percent reduction of means ${inWords(completers.percentReductionOfMeans)} %` +
      ` (95 % interval ${intervalInWords(completers.percentReductionOfMeansCi95)} %)`,
    `Worsened, completers     ${rateInWords(completers.worsened)}`,
  ].join('\n');
}
