import { Command, CommanderError } from 'commander';
import { Problem } from '../http/problem.js';
import { tell } from '../terminal.js';
import { BackupFault } from '../backups/backup-fault.js';
import { NothingFetched } from './fetched.js';
import { UsageError } from './usage-error.js';

/** A command is loaded when it is named: most of them load most of the service. */
const COMMANDS: Readonly<Record<string, { description: string; load: () => Promise<Command> }>> = {
  import: {
    description: 'check a spreadsheet, one row a course or one row a visit, and save it with --commit',
    load: async () => (await import('./import.command.js')).importCommand(),
  },
  export: {
    description: 'write a clinic as CSV or Excel workbook: its courses, as an import takes them, or every score',
    load: async () => (await import('./export.command.js')).exportCommand,
  },
  cohort: {
    description: 'print what the concluded courses of a clinic achieved',
    load: async () => (await import('./cohort.command.js')).cohortCommand,
  },
  network: {
    description: 'print what the courses of all clinics together add up to: counts alone, and none of few patients',
    load: async () => (await import('./network/network.command.js')).networkCommand,
  },
  sample: {
    description: 'write the sample clinic, whose patients are made up, and print its sign-ins',
    load: async () => (await import('./sample.command.js')).sampleCommand,
  },
  staff: {
    description: 'the people who sign in',
    load: async () => (await import('./staff.command.js')).staffCommand,
  },
  keys: {
    description: 'the keys with which clinics sign what they publish',
    load: async () => (await import('./keys.command.js')).keysCommand,
  },
  claims: {
    description: 'hold the numbers of a text against the published figures; exit code 2 where one is not supported',
    load: async () => (await import('./claims.command.js')).claimsCommand,
  },
  verify: {
    description:
      'check that a published document is as it was signed: a file without any network, or an address; without either, that ' +
      'what cohorts are counted from is what the entries of each course come to, all that was published as it was signed, and what is kept of who did what as it was recorded',
    load: async () => (await import('./verify.command.js')).verifyCommand,
  },
  audit: {
    description: 'what is kept of who did what',
    load: async () => (await import('./audit.command.js')).auditCommand,
  },
  backup: {
    description:
      'copy everything into a new folder in a folder of backups, while the service works: database, keys, settings',
    load: async () => (await import('./backup.command.js')).backupCommand,
  },
  restore: {
    description:
      'make a data directory out of a backup, and check that every figure is what it was; writes over nothing',
    load: async () => (await import('./restore.command.js')).restoreCommand,
  },
  distribute: {
    description:
      'spread the tables of clinics over the nodes of Citus, where one PostgreSQL is outgrown; back up first, there is no other way back',
    load: async () => (await import('./distribute.command.js')).distributeCommand,
  },
  migrate: {
    description: 'bring the database to this version; every start does the same',
    load: async () => (await import('./migrate.command.js')).migrateCommand,
  },
};

/**
 * Does what the words of a command line say, and sets the exit code: 0 done, 1 failed, 2 where the command or the file has
 * to be corrected and nothing was changed.
 */
export async function commandLine(words: readonly string[]): Promise<void> {
  const program = await programFor(words.find((word) => word !== 'help'));
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else if (error instanceof UsageError || error instanceof Problem) correct(error);
    else if (error instanceof NothingFetched || error instanceof BackupFault) failed(error);
    else throw error;
  }
}

/** All commands by name and what they are for; only the one that is named is loaded. */
async function programFor(named: string | undefined): Promise<Command> {
  const program = new Command('cudos')
    .description('The command line of the CUDOS outcome service, beside a running server or without one.')
    .addHelpText(
      'after',
      '\nDatabase: DATABASE_URL, or the embedded one in DATA_DIR (default ./data).' +
        '\nExit codes: 0 done, 1 failed, 2 the command or the file needs to be corrected; nothing was changed.',
    )
    .showHelpAfterError('(--help lists what the command takes)');
  for (const [name, { description, load }] of Object.entries(COMMANDS)) {
    program.addCommand((name === named ? await load() : new Command(name)).description(description));
  }
  for (const command of [program, ...program.commands.flatMap(withChildren)]) command.exitOverride();
  return program;
}

function withChildren(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withChildren)];
}

/** Nothing was typed wrongly, and still it can't be done. */
function failed({ message }: Error): void {
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
