import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { BackupEventService } from '../backups/backup-event.service.js';
import { UpgradeCopy } from '../backups/before-upgrade.js';
import { AppModule } from '../app.module.js';
import type { Connection } from '../database/connection.js';
import { openDatabase, type OpenDatabase } from '../database/open.js';
import { readEnvironment, type Environment } from '../environment.js';
import { newId } from '../http/ids.js';
import { tell } from '../terminal.js';
import { COMMAND_LINE, type Actor } from '../staff/sessions/actor.js';
import type { Clinic } from '../staff/clinic/clinic.entity.js';
import { ClinicService } from '../staff/clinic/clinic.service.js';
import { UsageError } from './usage-error.js';

/** The service's parts on its database, without a server; joins a running service's embedded database. */
export async function withService<T>(run: (context: INestApplicationContext) => Promise<T>): Promise<T> {
  const environment = readEnvironment();
  return withDatabase(
    environment,
    (database) => withParts(environment, database.connection, run),
    new UpgradeCopy(environment, tell),
  );
}

/** The database of the settings; joins a running service's embedded one. @param copy Made first where its tables are changed. */
export async function withDatabase<T>(
  environment: Environment,
  run: (database: OpenDatabase, environment: Environment) => Promise<T>,
  copy?: UpgradeCopy,
): Promise<T> {
  const database = await openDatabase(environment, { beside: true, log: tell, beforeMigrating: copy?.make });
  try {
    if (copy?.isMade) await withParts(environment, database.connection, async (context) => recorded(context, copy));
    return await run(database, environment);
  } finally {
    await database.close();
  }
}

async function recorded(context: INestApplicationContext, copy: UpgradeCopy): Promise<void> {
  await copy.record(context.get(BackupEventService, { strict: false }));
}

/** The service's parts on a database that is open. */
export async function withParts<T>(
  environment: Environment,
  connection: Connection,
  run: (context: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const context = await NestFactory.createApplicationContext(AppModule.with(environment, connection), {
    logger: false,
    abortOnError: false,
  });
  try {
    return await run(context);
  } finally {
    await context.close();
  }
}

/**
 * The clinic that a command means: the one of the name, or the only one there is.
 * @throws UsageError where the name is needed, or is nobody's.
 */
export async function clinicOf(context: INestApplicationContext, name: string | undefined): Promise<Clinic> {
  const clinics = await context.get(ClinicService, { strict: false }).list();
  const [only, ...others] = clinics.filter((clinic) => name === undefined || clinic.name === name);
  if (only && others.length === 0) return only;
  const names = clinics.map((clinic) => `"${clinic.name}"`).join(', ');
  if (clinics.length === 0) throw new UsageError('There is no clinic yet.');
  throw new UsageError(
    name !== undefined
      ? `There is no clinic named "${name}". There are: ${names}.`
      : `There are several clinics; choose one with --clinic: ${names}.`,
  );
}

/** Who acts when a command writes: the person at the server, with a director's rights in one clinic. */
export function commandActor(clinic: Pick<Clinic, 'id'>): Actor {
  const requestId = `command-${newId()}`;
  const at = new Date();
  return { clinicId: clinic.id, staffId: COMMAND_LINE, role: 'director', requestId, address: null, at };
}
