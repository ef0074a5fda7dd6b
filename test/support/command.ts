import { commandLine } from '../../src/commands/command-line.js';
import type { Ended } from './process.js';

/**
 * Runs a command in the process of the test, with settings of its own: a process that loads the service takes four seconds,
 * the command a tenth of it. One at a time; what is about processes starts some.
 */
export async function command(words: readonly string[], settings: Record<string, string>): Promise<Ended> {
  const { env, exitCode } = process;
  const [output, errors] = [heard(process.stdout), heard(process.stderr)];
  process.env = { PATH: env.PATH, HOME: env.HOME, ...settings };
  process.exitCode = 0;
  try {
    await commandLine(words);
    return { code: process.exitCode, output: output.text(), errors: errors.text() };
  } finally {
    process.env = env;
    process.exitCode = exitCode;
    output.end();
    errors.end();
  }
}

/** Takes what is written to a stream of the process, until the end. */
function heard(stream: NodeJS.WriteStream): { text(): string; end(): void } {
  const chunks: string[] = [];
  const write = stream.write.bind(stream);
  stream.write = (chunk: Uint8Array | string, ...rest: unknown[]) => {
    chunks.push(Buffer.from(chunk).toString());
    const told = rest.at(-1);
    if (typeof told === 'function') process.nextTick(told);
    return true;
  };
  return { text: () => chunks.join(''), end: () => (stream.write = write) };
}
