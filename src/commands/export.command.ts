import { finished } from 'node:stream/promises';
import { Argument, Command } from 'commander';
import { ExportService } from '../spreadsheets/exporting/export.service.js';
import { newFile } from './files.js';
import { clinicOf, commandActor, withService } from './service-context.js';

interface Options {
  clinic?: string;
  output?: string;
}

export const exportCommand = new Command('export')
  .description('write a clinic as CSV: its courses, as an import takes them, or every score')
  .addArgument(
    new Argument('[what]', 'one row a course, or one row a score').choices(['courses', 'scores']).default('courses'),
  )
  .option('--clinic <name>', 'the clinic; not needed where there is only one')
  .option('--output <file>', 'a new file, for your eyes only, instead of standard output')
  .action(async (what: 'courses' | 'scores', { clinic, output }: Options) => {
    await withService(async (context) => {
      const actor = commandActor(await clinicOf(context, clinic));
      const service = context.get(ExportService, { strict: false });
      if (output === undefined) return service[what](actor, process.stdout);
      const file = await newFile(output);
      await service[what](actor, file);
      await finished(file.end());
    });
  });
