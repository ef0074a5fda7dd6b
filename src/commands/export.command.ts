import { finished } from 'node:stream/promises';
import { Argument, Command, Option } from 'commander';
import { ExportService, type ExportFormat } from '../spreadsheets/exporting/export.service.js';
import { newFile } from './files.js';
import { clinicOf, commandActor, withService } from './service-context.js';

interface Options {
  clinic?: string;
  output?: string;
  format?: ExportFormat;
}

export const exportCommand = new Command('export')
  .addArgument(
    new Argument('[what]', 'one row a course, or one row a score').choices(['courses', 'scores']).default('courses'),
  )
  .option('--clinic <name>', 'the clinic; not needed where there is only one')
  .option('--output <file>', 'a new file, for your eyes only, instead of standard output')
  .addOption(
    new Option('--format <format>', 'csv, or xlsx as for an output that ends in .xlsx').choices(['csv', 'xlsx']),
  )
  .action(async (what: 'courses' | 'scores', { clinic, output, format = formatOf(output) }: Options) => {
    await withService(async (context) => {
      const actor = commandActor(await clinicOf(context, clinic));
      const service = context.get(ExportService, { strict: false });
      if (output === undefined) return service.write(actor, what, format, process.stdout);
      const file = await newFile(output);
      await service.write(actor, what, format, file);
      await finished(file.end());
    });
  });

function formatOf(output = ''): ExportFormat {
  return output.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv';
}
