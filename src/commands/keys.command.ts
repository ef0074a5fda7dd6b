import { Command } from 'commander';
import { TransactionService } from '../database/transaction.service.js';
import { SigningKeyService } from '../signing/signing-key.service.js';
import { StaffRepository } from '../staff/people/staff.repository.js';
import { clinicOf, commandActor, withService } from './service-context.js';

const rotate = new Command('rotate')
  .description('make a new key; what was signed with the old one stays verifiable')
  .option('--clinic <name>', 'the clinic; not needed where there is only one')
  .action(async ({ clinic: name }: { clinic?: string }) => {
    await withService(async (context) => {
      const clinic = await clinicOf(context, name);
      const keys = context.get(SigningKeyService, { strict: false });
      const { at } = commandActor(clinic);
      const { key, retired } = await context
        .get(TransactionService, { strict: false })
        .run(clinic.id, async (transaction) => {
          // An approval under way signs with the old key first.
          await context.get(StaffRepository, { strict: false }).findClinicLocked(transaction);
          return keys.rotate(transaction, at);
        });
      console.log(`${clinic.name} signs with ${key.kid} from now on.`);
      if (retired) console.log(`${retired.kid} is retired; its public half stays published.`);
    });
  });

export const keysCommand = new Command('keys')
  .description('the keys with which clinics sign what they publish')
  .addCommand(rotate);
