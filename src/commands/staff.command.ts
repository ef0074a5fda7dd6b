import { Command } from 'commander';
import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '../staff/sessions/actor.js';
import { InviteRequest, StaffChangeRequest, type StaffResponse } from '../staff/people/staff.dto.js';
import { FactorResetService } from '../staff/second-factor/factor-reset.service.js';
import { StaffService } from '../staff/people/staff.service.js';
import { print } from '../terminal.js';
import { checked } from './checked.js';
import { clinicOf, commandActor, withService } from './service-context.js';
import { UsageError } from './usage-error.js';

interface Options {
  clinic?: string;
}

const withClinic = (name: string, description: string) =>
  new Command(name)
    .description(description)
    .option('--clinic <name>', 'the clinic; not needed where there is only one');

const list = withClinic('list', 'everybody who can sign in, or could').action(async ({ clinic }: Options) => {
  await inClinic(clinic, async (service, actor) => {
    for (const { email, role, status, name } of (await service.list(actor)).items) {
      print([email, role, status, name].join('\t'));
    }
  });
});

const invite = withClinic('invite', 'make an account and print its one-time link')
  .requiredOption('--name <name>', 'of the person')
  .requiredOption('--email <email>', 'the sign-in name')
  .requiredOption('--role <role>', 'clinician, director or marketing')
  .action(async ({ clinic, ...person }: Options) => {
    const request = await checked(InviteRequest, person);
    await inClinic(clinic, async (service, actor) => {
      print((await service.invite(actor, request)).link);
    });
  });

const link = withClinic('link', 'print a new one-time link, e.g. for a forgotten password')
  .argument('<email>', 'the sign-in name')
  .action(async (email: string, { clinic }: Options) => {
    await inClinic(clinic, async (service, actor) => {
      const { id } = await personOf(service, actor, email);
      print((await service.makeLink(actor, id)).link);
    });
  });

const change = withClinic('change', 'change role or status of a person')
  .argument('<email>', 'the sign-in name')
  .option('--role <role>', 'clinician, director or marketing')
  .option('--status <status>', 'active or deactivated')
  .action(async (email: string, { clinic, ...values }: Options) => {
    const request = await checked(StaffChangeRequest, values);
    await inClinic(clinic, async (service, actor) => {
      const { id, version } = await personOf(service, actor, email);
      const { role, status } = await service.change(actor, id, version, request);
      print([email, role, status].join('\t'));
    });
  });

const resetFactor = withClinic('reset-second-factor', 'for a person who lost the device and the recovery codes')
  .argument('<email>', 'the sign-in name')
  .action(async (email: string, { clinic }: Options) => {
    await inClinic(clinic, async (service, actor, resets) => {
      const { id } = await personOf(service, actor, email);
      await resets.reset(actor, id);
      print(`${email} signs in with the password alone again.`);
    });
  });

export const staffCommand = new Command('staff')
  .addCommand(list)
  .addCommand(invite)
  .addCommand(link)
  .addCommand(change)
  .addCommand(resetFactor);

async function inClinic(
  name: string | undefined,
  run: (service: StaffService, actor: Actor, resets: FactorResetService) => Promise<void>,
): Promise<void> {
  await withService(async (context: INestApplicationContext) => {
    const actor = commandActor(await clinicOf(context, name));
    const resets = context.get(FactorResetService, { strict: false });
    await run(context.get(StaffService, { strict: false }), actor, resets);
  });
}

async function personOf(service: StaffService, actor: Actor, email: string): Promise<StaffResponse> {
  const { items } = await service.list(actor);
  const person = items.find((candidate) => candidate.email === email.trim().toLowerCase());
  if (!person) throw new UsageError(`Nobody in this clinic signs in as ${email}.`);
  return person;
}
