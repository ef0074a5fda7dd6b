import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { AppModule } from '../app.module.js';
import { openDatabase } from '../database/open.js';
import { readEnvironment } from '../environment.js';
import { newId } from '../http/ids.js';
import { tell } from '../serve.js';
import type { Actor } from '../staff/sessions/actor.js';
import type { Clinic } from '../staff/clinic/clinic.entity.js';
import { ClinicService } from '../staff/clinic/clinic.service.js';

/** A command that can't be carried out as it was typed; the message says what to type instead. */
export class UsageError extends Error {}

/** The person who types commands on the server itself, in place of a staff id. */
const COMMAND_LINE = '00000000-0000-7000-8000-000000000000';

/** The service's parts on its database, without a server; joins a running service's embedded database. */
export async function withService<T>(run: (context: INestApplicationContext) => Promise<T>): Promise<T> {
  const environment = readEnvironment();
  const database = await openDatabase(environment, { beside: true, log: tell });
  try {
    const context = await NestFactory.createApplicationContext(AppModule.with(environment, database.connection), {
      logger: false,
      abortOnError: false,
    });
    return await run(context).finally(() => context.close());
  } finally {
    await database.close();
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
  return { clinicId: clinic.id, staffId: COMMAND_LINE, role: 'director', requestId, at };
}
