import type { INestApplicationContext } from '@nestjs/common';
import { columnsOutOfStep, entriesOutOfStep } from '../assessments/entries/course-scores.repository.js';
import { AuditChainService } from '../audit/audit-chain.service.js';
import { AccountCheckService } from '../audit-trail/account-check.service.js';
import { CheckpointService, type CheckpointCopy } from '../audit-trail/checkpoint.service.js';
import { RecordCheckService } from '../audit-trail/record-check.service.js';
import { compareFigures, compareRecords, type Compared } from '../backups/compare.js';
import type { Contents } from '../backups/contents.js';
import { FiguresService } from '../backups/figures.service.js';
import type { Manifest } from '../backups/manifest.js';
import { snapshotOf } from '../database/backup/consistent-point.js';
import { counted, countInFigures } from '../domain/numbers/words.js';
import { TransactionService } from '../database/transaction.service.js';
import { print } from '../terminal.js';
import { publicationsOutOfStep } from '../publications/document/publication-check.repository.js';
import { KeptDocumentsService } from '../published/documents/kept-documents.service.js';
import { software } from '../software.js';
import type { Clinic } from '../staff/clinic/clinic.entity.js';
import { ClinicService } from '../staff/clinic/clinic.service.js';
import { withService } from './service-context.js';

/** Prints each comparison on a line of its own. @returns Whether all of them hold. */
export function printChecked(all: readonly Compared[]): boolean {
  for (const { what, holds } of all) print(`${holds ? 'yes ' : 'no  '} ${what}`);
  return all.every(({ holds }) => holds);
}

/** Checks the records of every clinic, and prints what was found. @returns Whether all of it holds. */
export async function recordsHold(): Promise<boolean> {
  return withService(async (context) => printChecked([...(await checkRecords(context)), ...(await absent(context))]));
}

/** The same of who did what alone. @param copy Of the signed checkpoints, kept elsewhere. */
export async function chainsHold(copy?: CheckpointCopy): Promise<boolean> {
  return withService(async (context) =>
    printChecked([...(await checkChains(context, copy)), ...(await absent(context))]),
  );
}

/** What was brought back is not asked for it: copies of before there were checkpoints have none. */
async function absent(context: INestApplicationContext): Promise<Compared[]> {
  const faults = await context.get(CheckpointService, { strict: false }).absent();
  return faults.map((what) => ({ what, holds: false }));
}

/** Of every clinic: is what is kept of who did what as it was recorded? */
async function checkChains(context: INestApplicationContext, copy?: CheckpointCopy): Promise<Compared[]> {
  const chains = context.get(AuditChainService, { strict: false });
  const checkpoints = context.get(CheckpointService, { strict: false });
  const checked: Compared[] = (await checkpoints.unreadable()).map((what) => ({ what, holds: false }));
  for (const { id, name } of await context.get(ClinicService, { strict: false }).list()) {
    const { length, fault } = await chains.check(id);
    checked.push(
      ...compared(
        name,
        fault === null ? [] : [fault],
        `who did what is as it was recorded, ${counted(length, 'event')}`,
      ),
    );
    const signed = await checkpoints.check(id, copy);
    const through = `it goes through ${counted(signed.checkpoints, 'signed checkpoint')}`;
    const last = signed.last && `, the last of event ${signed.last.length} on ${signed.last.at.slice(0, 10)}`;
    if (signed.fault !== null) checked.push({ what: `${name}: ${signed.fault}`, holds: false });
    else if (last) checked.push({ what: `${name}: ${through}${last}`, holds: true });
  }
  return checked;
}

/** Of every clinic: does what is kept of each course agree with its entries, and is all as it was recorded, signed and published? */
export async function checkRecords(context: INestApplicationContext): Promise<Compared[]> {
  const checked: Compared[] = [];
  for (const clinic of await context.get(ClinicService, { strict: false }).list()) {
    checked.push(...(await checkEntries(context, clinic)), ...(await checkAccounts(context, clinic)));
    const publications = await context.get(TransactionService, { strict: false }).run(clinic.id, publicationsOutOfStep);
    checked.push(...compared(clinic.name, publications, 'what was approved and withdrawn is public as recorded'));
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

async function checkEntries(context: INestApplicationContext, { id, name }: Clinic): Promise<Compared[]> {
  const transactions = context.get(TransactionService, { strict: false });
  const differing = (await transactions.run(id, columnsOutOfStep)).map(
    ({ courseId, column, kept, fromEntries }) =>
      `course ${courseId} has ${column} ${kept ?? 'empty'}; by its entries it is ${fromEntries ?? 'empty'}`,
  );
  const unlike = (await transactions.run(id, entriesOutOfStep)).map(
    ({ courseId, slot }) => `${slot} of course ${courseId} is not what its latest version says`,
  );
  const { sealed, others, faults } = await context.get(RecordCheckService, { strict: false }).check(id);
  const records = counted(
    sealed,
    'closed group or version of an entry is',
    'closed groups and versions of entries are',
  );
  const older = others.length === 0 ? '' : `; ${countInFigures(others.length)} of before have no hash in an event yet`;
  return [
    ...compared(name, differing, 'every course counts as its entries say'),
    ...compared(name, unlike, 'every entry is its latest version'),
    ...compared(name, faults, `${records} as recorded${older}`),
  ];
}

async function checkAccounts(context: INestApplicationContext, { id, name }: Clinic): Promise<Compared[]> {
  const { accounts, faults } = await context.get(AccountCheckService, { strict: false }).check(id);
  const people = counted(accounts, 'account has its role and status', 'accounts have their roles and states');
  return compared(name, faults, `${people} as recorded`);
}

/** The faults of a clinic, or that there are none. */
function compared(clinic: string, faults: readonly string[], sound: string): Compared[] {
  if (faults.length === 0) return [{ what: `${clinic}: ${sound}`, holds: true }];
  return faults.map((fault) => ({ what: `${clinic}: ${fault}`, holds: false }));
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
