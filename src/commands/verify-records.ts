import type { INestApplicationContext } from '@nestjs/common';
import { columnsOutOfStep } from '../assessments/entries/course-scores.repository.js';
import { AuditChainService } from '../audit/audit-chain.service.js';
import { CheckpointService } from '../audit-trail/checkpoint.service.js';
import { compareFigures, compareRecords, type Compared } from '../backups/compare.js';
import type { Contents } from '../backups/contents.js';
import { FiguresService } from '../backups/figures.service.js';
import type { Manifest } from '../backups/manifest.js';
import { snapshotOf } from '../database/backup/consistent-point.js';
import { counted } from '../domain/numbers/words.js';
import { TransactionService } from '../database/transaction.service.js';
import { print } from '../terminal.js';
import { KeptDocumentsService } from '../published/documents/kept-documents.service.js';
import { software } from '../software.js';
import { ClinicService } from '../staff/clinic/clinic.service.js';
import { withService } from './service-context.js';

/** Prints each comparison on a line of its own. @returns Whether all of them hold. */
export function printChecked(all: readonly Compared[]): boolean {
  for (const { what, holds } of all) print(`${holds ? 'yes ' : 'no  '} ${what}`);
  return all.every(({ holds }) => holds);
}

/** Checks the records of every clinic, and prints what was found. @returns Whether all of it holds. */
export async function recordsHold(): Promise<boolean> {
  return withService(async (context) => printChecked(await checkRecords(context)));
}

/** The same of who did what alone. */
export async function chainsHold(): Promise<boolean> {
  return withService(async (context) => printChecked(await checkChains(context)));
}

/** Of every clinic: is what is kept of who did what as it was recorded? */
async function checkChains(context: INestApplicationContext): Promise<Compared[]> {
  const chains = context.get(AuditChainService, { strict: false });
  const checkpoints = context.get(CheckpointService, { strict: false });
  const checked: Compared[] = [];
  for (const { id, name } of await context.get(ClinicService, { strict: false }).list()) {
    const { length, fault } = await chains.check(id);
    const what = `${name}: ${fault ?? `who did what is as it was recorded, ${counted(length, 'event')}`}`;
    checked.push({ what, holds: fault === null });
    const signed = await checkpoints.check(id);
    const through = `${name}: ${signed.fault ?? `it goes through ${counted(signed.checkpoints, 'signed checkpoint')}`}`;
    if (signed.checkpoints > 0) checked.push({ what: through, holds: signed.fault === null });
  }
  return checked;
}

/** Of every clinic: does what is kept of each course agree with its entries, and is what it published as it was signed? */
export async function checkRecords(context: INestApplicationContext): Promise<Compared[]> {
  const transactions = context.get(TransactionService, { strict: false });
  const checked: Compared[] = [];
  for (const { id, name } of await context.get(ClinicService, { strict: false }).list()) {
    const differing = await transactions.run(id, columnsOutOfStep);
    for (const { courseId, column, kept, fromEntries } of differing) {
      const said = `has ${column} ${kept ?? 'empty'}; by its entries it is ${fromEntries ?? 'empty'}`;
      checked.push({ what: `${name}: course ${courseId} ${said}`, holds: false });
    }
    if (differing.length === 0) checked.push({ what: `${name}: every course counts as its entries say`, holds: true });
  }
  const { documents, broken } = await context.get(KeptDocumentsService, { strict: false }).check();
  for (const { slug, id } of broken) {
    checked.push({ what: `the publication ${slug} (${id}) is not as it was signed`, holds: false });
  }
  if (broken.length === 0)
    checked.push({
      what: `${counted(documents, 'publication is as it was', 'publications are as they were')} signed`,
      holds: true,
    });
  return [...checked, ...(await checkChains(context))];
}

/** What was brought back from a backup, compared with what the backup counted. */
export async function checkRestored(
  context: INestApplicationContext,
  ownerUrl: string,
  { contents, manifest }: { contents: Contents; manifest: Manifest },
): Promise<Compared[]> {
  const point = await snapshotOf(ownerUrl);
  await point.release();
  const figures = await context.get(FiguresService, { strict: false }).all(new Date(manifest.at));
  const compared = [
    // An upgrade of the tables may move rows.
    ...(point.migrations.length === contents.migrations.length ? compareRecords(contents.records, point.records) : []),
    ...compareFigures(contents.clinics, figures),
    ...(await checkRecords(context)),
  ];
  const version = software();
  if (version === manifest.software || compared.every(({ holds }) => holds)) return compared;
  return [
    ...compared,
    { what: `the backup is of ${manifest.software}, and this is ${version}, which may count otherwise`, holds: false },
  ];
}
