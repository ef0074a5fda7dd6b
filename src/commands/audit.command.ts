import { Command } from 'commander';

const verify = new Command('verify')
  .description(
    'follow the chain of every clinic: an event that was changed, removed or moved is named; exit code 1 then',
  )
  .action(async () => {
    const { chainsHold } = await import('./verify-records.js');
    if (!(await chainsHold())) process.exitCode = 1;
  });

export const auditCommand = new Command('audit').addCommand(verify);
