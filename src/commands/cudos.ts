import { orExplain } from '../terminal.js';
import { commandLine } from './command-line.js';

// A reader such as head has had enough: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

await orExplain(() => commandLine(process.argv.slice(2)));
