import { Command, CommanderError } from 'commander';
import { Problem } from '../http/problem.js';
import { orExplain, tell } from '../serve.js';
import { claimsCommand } from './claims.command.js';
import { cohortCommand } from './cohort.command.js';
import { exportCommand } from './export.command.js';
import { NothingFetched } from './fetched.js';
import { importCommand } from './import.command.js';
import { keysCommand } from './keys.command.js';
import { migrateCommand } from './migrate.command.js';
import { sampleCommand } from './sample.command.js';
import { UsageError } from './service-context.js';
import { staffCommand } from './staff.command.js';
import { verifyCommand } from './verify.command.js';

const program = new Command('cudos')
  .description('The command line of the CUDOS outcome service, beside a running server or without one.')
  .addHelpText(
    'after',
    '\nDatabase: DATABASE_URL, or the embedded one in DATA_DIR (default ./data).' +
      '\nExit codes: 0 done, 1 failed, 2 the command or the file needs to be corrected; nothing was changed.',
  )
  .showHelpAfterError('(--help lists what the command takes)')
  .addCommand(importCommand)
  .addCommand(exportCommand)
  .addCommand(cohortCommand)
  .addCommand(sampleCommand)
  .addCommand(staffCommand)
  .addCommand(keysCommand)
  .addCommand(claimsCommand)
  .addCommand(verifyCommand)
  .addCommand(migrateCommand);

for (const command of [program, ...program.commands.flatMap(withChildren)]) command.exitOverride();

// A reader such as head has had enough: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

await orExplain(async () => {
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else if (error instanceof UsageError || error instanceof Problem) correct(error);
    else if (error instanceof NothingFetched) failed(error);
    else throw error;
  }
});

function withChildren(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withChildren)];
}

/** Nothing was typed wrongly, and still it can't be done. */
function failed({ message }: NothingFetched): void {
  tell(message);
  process.exitCode = 1;
}

/** What the person at the terminal has to correct, each fault on a line of its own. */
function correct(error: UsageError | Problem): void {
  tell(error.message);
  const { errors = [] } = (error instanceof Problem ? error.extras : {}) as {
    errors?: { message: string }[];
  };
  for (const { message } of errors) if (message !== error.message) tell(`  ${message}`);
  process.exitCode = 2;
}
