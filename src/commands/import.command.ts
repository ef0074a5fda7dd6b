import { basename } from 'node:path';
import { finished } from 'node:stream/promises';
import { Command, Option } from 'commander';
import { isTimeZone } from '../clock.js';
import { counted } from '../domain/numbers/words.js';
import { DATE_FORMATS, type DateFormat } from '../domain/spreadsheet/date-format.js';
import { DAY_COUNTS, type DayCount } from '../domain/spreadsheet/day-number.js';
import { ColumnMappingService } from '../spreadsheets/remembering/column-mapping.service.js';
import { ImportQuery } from '../spreadsheets/importing/import.dto.js';
import type { ImportReport } from '../spreadsheets/importing/import-report.dto.js';
import { NAMED_ROWS } from '../spreadsheets/importing/import-report.js';
import { settingsOf } from '../spreadsheets/importing/import-settings.js';
import { ImportService } from '../spreadsheets/importing/import.service.js';
import { NewClinic } from '../staff/clinic/clinic.dto.js';
import { ClinicService } from '../staff/clinic/clinic.service.js';
import { DELIMITER_NAMES, type DelimiterName } from '../spreadsheets/reading/csv-dialect.js';
import { print, tell } from '../terminal.js';
import { checked } from './checked.js';
import { newFile, openedFile } from './files.js';
import { clinicOf, commandActor, withService } from './service-context.js';
import { UsageError } from './usage-error.js';
import { showProgress } from './show-progress.js';

interface Options {
  clinic?: string;
  timeZone: string;
  commit: boolean;
  skipFailed: boolean;
  dateFormat: DateFormat;
  dayCount?: DayCount;
  columns?: string;
  forgetColumns: boolean;
  sheet?: string;
  delimiter?: DelimiterName;
  headerRow?: string;
  numberFrom?: '0' | '1';
  accept?: string;
  failedRows?: string;
  json: boolean;
}

/** @param within Gives the service's parts to what is to be done. */
export const importCommand = (within: typeof withService = withService) =>
  new Command('import')
    .argument('<file>', 'an Excel workbook (.xlsx), or CSV in UTF-8')
    .option('--clinic <name>', 'the clinic, made where there is none of this name')
    .option('--time-zone <name>', 'of a clinic that is made', Intl.DateTimeFormat().resolvedOptions().timeZone)
    .option('--commit', 'save it; without this everything is checked and nothing saved', false)
    .option('--skip-failed', 'save the good rows where others have faults', false)
    .addOption(
      new Option('--date-format <format>', 'how dates are written; never guessed').choices(DATE_FORMATS).default('iso'),
    )
    .addOption(
      new Option('--day-count <year>', 'from when days are counted that are numbers such as 46083').choices(DAY_COUNTS),
    )
    .option(
      '--columns <names>',
      'what each column means, with commas between, e.g. chart_number,date_1,score_1,,score_2',
    )
    .option('--forget-columns', 'forget first what the clinic has said of the columns of its files', false)
    .option('--sheet <name>', 'the sheet of a workbook, where several look like scores')
    .addOption(new Option('--delimiter <name>', 'what separates the cells of a CSV file').choices(DELIMITER_NAMES))
    .option('--header-row <row>', 'the row with the names of the columns, or two such as 1-2')
    .addOption(new Option('--number-from <number>', 'the number of the first visit in the names').choices(['0', '1']))
    .option('--accept <rules>', 'what you have looked at and accept as it is, by the rules that were named')
    .option('--failed-rows <file>', 'write the rows with faults into a new CSV file, to correct them')
    .option('--json', 'print the whole report as JSON', false)
    .action((path: string, options: Options) => importFile(within, path, options));

async function importFile(within: typeof withService, path: string, options: Options): Promise<void> {
  const source = await openedFile(path);
  if (!isTimeZone(options.timeZone)) {
    throw new UsageError('--time-zone must be an IANA name such as America/Denver.');
  }
  const { clinic: name, timeZone, commit, skipFailed } = options;
  const { dateFormat, dayCount, columns, sheet, delimiter, headerRow, numberFrom, accept } = options;
  const reading = { dateFormat, dayCount, columns, sheet, delimiter, headerRow, numberFrom, accept };
  const saving = { commit: commit ? 'true' : 'false', skipFailed: skipFailed ? 'true' : 'false' };
  const query = await checked(ImportQuery, { fileName: basename(path), ...stated(reading), ...saving });
  const wanted = name === undefined ? null : await checked(NewClinic, { name, timeZone });
  const report = await within(async (context) => {
    const clinics = context.get(ClinicService, { strict: false });
    const exists = (await clinics.list()).some(({ name }) => name === wanted?.name);
    const made = wanted && !exists ? clinics.plan(wanted.name, wanted.timeZone) : null;
    const clinic = made ?? (await clinicOf(context, wanted?.name));
    const actor = commandActor(clinic);
    if (options.forgetColumns) await context.get(ColumnMappingService, { strict: false }).forgetAll(actor);
    const failed = options.failedRows ? await newFile(options.failedRows) : undefined;
    const report = await context.get(ImportService, { strict: false }).run(actor, source, settingsOf(query), {
      onProgress: showProgress(process.stderr),
      ...(failed ? { failedRowsTo: failed } : {}),
      ...(made ? { prepare: (transaction) => clinics.make(transaction, made, actor.requestId) } : {}),
    });
    if (failed) await finished(failed.end());
    return report;
  });
  if (options.json) print(JSON.stringify(report, null, 2));
  else summarize(report, options);
  if (report.faultCount > 0 && !(report.committed && options.skipFailed)) process.exitCode = 2;
}

/** The options that were given. */
function stated(options: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function rowsInWords(rows: readonly number[]): string {
  if (rows.length === 1) return `row ${rows[0]}`;
  return `rows ${rows.join(', ')}${rows.length < NAMED_ROWS ? '' : ' ...'}`;
}

function summarize(report: ImportReport, { commit, failedRows }: Options): void {
  const first = new Map(report.faults.toReversed().map((fault) => [fault.rule, fault]));
  for (const { kind, rule, column, message, count, rows, acceptable } of report.causes) {
    const where = column === null ? `row ${rows[0]}` : `row ${rows[0]}, ${column}`;
    const value = kind === 'fault' ? first.get(rule)?.value : null;
    const more = count === 1 ? '' : ` And ${counted(count - 1, 'more cell')} in ${rowsInWords(rows)}.`;
    const how = acceptable && kind === 'fault' ? ` To accept it as it is: --accept ${rule}.` : '';
    const look = kind === 'warning' ? ' please look:' : '';
    tell(`${where}${value ? ` ("${value}")` : ''}:${look} ${message}${more}${how}`);
  }
  const left = report.leftOut.map(
    ({ header, filled }) => `${header || 'a column without a name'} (${counted(filled, 'cell')})`,
  );
  if (report.meaningsBy === 'remembered') {
    tell('The columns mean what was said of a file with the same names before; --forget-columns forgets it.');
  }
  if (left.length > 0) tell(`Not read: ${left.join(', ')}.`);
  if (report.alreadyImported && commit) {
    print('This file was imported before. Nothing was changed.');
    return;
  }
  const { rows, rowsFailed, patientsNew, coursesNew, coursesExtended } = report;
  const { coursesUnchanged, coursesLost, coursesUnderWay, assessmentsNew } = report;
  print(`${counted(rows, 'row')}, ${rowsFailed} with faults`);
  print(`${counted(patientsNew, 'patient')} new`);
  print(`${counted(coursesNew, 'course')} new, ${coursesExtended} extended, ${coursesUnchanged} as recorded`);
  if (coursesUnderWay > 0) print(`${counted(coursesUnderWay, 'course')} under way`);
  if (coursesLost > 0) print(`${counted(coursesLost, 'course')} fell silent: counted as lost, with no further visit`);
  print(`${counted(assessmentsNew, 'visit')} new, with a score or as missed`);
  if (report.committed) print('Saved.');
  else if (!commit) print('Only checked; --commit saves it.');
  else print(`Nothing was saved.${failedRows ? '' : ' --failed-rows FILE writes the rows to correct.'}`);
}
