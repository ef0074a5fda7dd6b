import { Command } from 'commander';
import { wholeFile } from './files.js';

/** A line has some 350 bytes: those of 60 years of hours. */
const MOST_BYTES = 256 * 1024 * 1024;

const verify = new Command('verify')
  .description(
    'follow the chain of every clinic: an event that was changed, removed or moved is named; exit code 1 then',
  )
  .option('--checkpoints <file>', 'a copy of audit-checkpoints.jsonl that was kept elsewhere, to hold against it')
  .action(async ({ checkpoints: path }: { checkpoints?: string }) => {
    const { chainsHold } = await import('./verify-records.js');
    const copy = path === undefined ? undefined : { path, text: (await wholeFile(path, MOST_BYTES)).toString() };
    if (!(await chainsHold(copy))) process.exitCode = 1;
  });

export const auditCommand = new Command('audit').addCommand(verify);
