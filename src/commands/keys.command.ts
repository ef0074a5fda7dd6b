import { Command } from 'commander';
import type { INestApplicationContext } from '@nestjs/common';
import { recordEvent } from '../audit/audit-event.repository.js';
import type { ClinicTransaction } from '../database/transaction.js';
import { TransactionService } from '../database/transaction.service.js';
import { print } from '../terminal.js';
import { SigningKeyService } from '../signing/signing-key.service.js';
import type { Actor } from '../staff/sessions/actor.js';
import type { Clinic } from '../staff/clinic/clinic.entity.js';
import { lockClinic } from '../staff/clinic/clinic-lock.repository.js';
import { clinicOf, commandActor, withService } from './service-context.js';
import { UsageError } from './usage-error.js';

interface Options {
  clinic?: string;
}

const rotate = withClinic('rotate', 'make a new key; what was signed with the old one stays verifiable').action(
  async ({ clinic }: Options) => {
    await withKeys(clinic, async ({ keys, inTransaction, name, actor }) => {
      const { key, retired } = await inTransaction(async (transaction) => {
        const rotated = await keys.rotate(transaction, actor.at);
        await recordEvent(transaction, actor, 'signing-key.rotated', { detail: rotated.key.kid });
        return rotated;
      });
      print(`${name} signs with ${key.kid} from now on.`);
      if (retired) print(`${retired.kid} is retired; its public half stays published, its private half is deleted.`);
    });
  },
);

const revoke = withClinic('revoke', 'a key that somebody else may have: only what the clinic published with it counts')
  .argument('<kid>', 'the name of the key, as it is in documents')
  .action(async (kid: string, { clinic }: Options) => {
    await withKeys(clinic, async ({ keys, inTransaction, name, actor }) => {
      const current = await inTransaction(async (transaction) => {
        const signing = await keys.revoke(transaction, kid, actor.at);
        if (signing) await recordEvent(transaction, actor, 'signing-key.revoked', { detail: kid });
        return signing;
      });
      if (!current) throw new UsageError(`${name} has no key of this name.`);
      print(`${kid} is revoked. ${name} signs with ${current.kid}.`);
    });
  });

export const keysCommand = new Command('keys').addCommand(rotate).addCommand(revoke);

interface Keys {
  keys: SigningKeyService;
  /** The clinic is locked: an approval under way signs with the old key first. */
  inTransaction: <T>(run: (transaction: ClinicTransaction) => Promise<T>) => Promise<T>;
  name: string;
  actor: Actor;
}

function withClinic(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option('--clinic <name>', 'the clinic; not needed where there is only one');
}

async function withKeys(named: string | undefined, run: (given: Keys) => Promise<void>): Promise<void> {
  await withService(async (context) => {
    const clinic = await clinicOf(context, named);
    const keys = context.get(SigningKeyService, { strict: false });
    const inTransaction = locking(context, clinic);
    await run({ keys, inTransaction, name: clinic.name, actor: commandActor(clinic) });
    await keys.deleteRetired(await inTransaction((transaction) => keys.retired(transaction)));
  });
}

function locking(context: INestApplicationContext, { id }: Clinic): Keys['inTransaction'] {
  return (run) =>
    context.get(TransactionService, { strict: false }).run(id, async (transaction) => {
      await lockClinic(transaction);
      return run(transaction);
    });
}
