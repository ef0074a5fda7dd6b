import { basename } from 'node:path';
import { finished } from 'node:stream/promises';
import { Command, Option } from 'commander';
import { isTimeZone } from '../clock.js';
import { tell } from '../serve.js';
import { counted } from '../domain/numbers/words.js';
import { DATE_FORMATS, type DateFormat } from '../domain/spreadsheet/date-format.js';
import type { ImportReport } from '../spreadsheets/importing/import.dto.js';
import { ImportService } from '../spreadsheets/importing/import.service.js';
import { NewClinic } from '../staff/clinic/clinic.dto.js';
import { ClinicService } from '../staff/clinic/clinic.service.js';
import { checked } from './checked.js';
import { newFile, openedFile } from './files.js';
import { clinicOf, commandActor, UsageError, withService } from './service-context.js';
import { showProgress } from './show-progress.js';

interface Options {
  clinic?: string;
  timeZone: string;
  commit: boolean;
  skipFailed: boolean;
  dateFormat: DateFormat;
  failedRows?: string;
  json: boolean;
}

export const importCommand = new Command('import')
  .description('check a spreadsheet of courses, one row a course, and save it with --commit')
  .argument('<file>', 'CSV in UTF-8, with , ; or tab between the columns')
  .option('--clinic <name>', 'the clinic, made where there is none of this name')
  .option('--time-zone <name>', 'of a clinic that is made', Intl.DateTimeFormat().resolvedOptions().timeZone)
  .option('--commit', 'save it; without this everything is checked and nothing saved', false)
  .option('--skip-failed', 'save the good rows where others have faults', false)
  .addOption(
    new Option('--date-format <format>', 'how dates are written; never guessed').choices(DATE_FORMATS).default('iso'),
  )
  .option('--failed-rows <file>', 'write the rows with faults into a new CSV file, to correct them')
  .option('--json', 'print the whole report as JSON', false)
  .action(async (path: string, options: Options) => {
    const source = await openedFile(path);
    if (!isTimeZone(options.timeZone)) {
      throw new UsageError('--time-zone must be an IANA name such as America/Denver.');
    }
    const { clinic: name, timeZone } = options;
    const wanted = name === undefined ? null : await checked(NewClinic, { name, timeZone });
    const report = await withService(async (context) => {
      const clinics = context.get(ClinicService, { strict: false });
      const exists = (await clinics.list()).some(({ name }) => name === wanted?.name);
      const made = wanted && !exists ? clinics.plan(wanted.name, wanted.timeZone) : null;
      const clinic = made ?? (await clinicOf(context, wanted?.name));
      const actor = commandActor(clinic);
      const failed = options.failedRows ? await newFile(options.failedRows) : undefined;
      const { commit, skipFailed, dateFormat } = options;
      const settings = { fileName: basename(path), commit, skipFailed, dateFormat };
      const report = await context.get(ImportService, { strict: false }).run(actor, source, settings, {
        onProgress: showProgress(process.stderr),
        ...(failed ? { failedRowsTo: failed } : {}),
        ...(made ? { prepare: (transaction) => clinics.make(transaction, made, actor.requestId) } : {}),
      });
      if (failed) await finished(failed.end());
      return report;
    });
    if (options.json) console.log(JSON.stringify(report, null, 2));
    else summarize(report, options);
    if (report.faultCount > 0 && !(report.committed && options.skipFailed)) process.exitCode = 2;
  });

function summarize(report: ImportReport, { commit, failedRows }: Options): void {
  for (const { row, column, value, message } of report.faults) {
    const where = column === null ? `row ${row}` : `row ${row}, ${column}`;
    tell(`${where}${value === null ? '' : ` ("${value}")`}: ${message}`);
  }
  const unlisted = report.faultCount - report.faultsListed;
  if (unlisted > 0) tell(`... and ${unlisted} more; --failed-rows FILE writes all of them.`);
  for (const { row, message } of report.warnings) tell(`row ${row}: please look: ${message}`);
  if (report.ignoredColumns.length > 0) tell(`Not read: ${report.ignoredColumns.join(', ')}.`);
  if (report.alreadyImported && commit) {
    console.log('This file was imported before. Nothing was changed.');
    return;
  }
  const { rows, rowsFailed, patientsNew, coursesNew, coursesExtended } = report;
  const { coursesUnchanged, assessmentsNew } = report;
  console.log(`${counted(rows, 'row')}, ${rowsFailed} with faults`);
  console.log(`${counted(patientsNew, 'patient')} new`);
  console.log(`${counted(coursesNew, 'course')} new, ${coursesExtended} extended, ${coursesUnchanged} as recorded`);
  console.log(assessmentsNew === 1 ? '1 entry new' : `${assessmentsNew} entries new`);
  if (report.committed) console.log('Saved.');
  else if (!commit) console.log('Only checked; --commit saves it.');
  else console.log(`Nothing was saved.${failedRows ? '' : ' --failed-rows FILE writes the rows to correct.'}`);
}
