import { readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** Some values of a file, and how far into it the reading has come. */
export interface ReadBatch<T> {
  values: T[];
  bytesRead: number;
}

const CHUNK = 65_536;
/** So many characters are a batch, however few values they hold, so that long rows take no more memory than short ones. */
const MOST_CHARACTERS = 2_000_000;

/** Everything in a file of a JSON text a line, at most so many at a time. For a thread: it waits for the disk. */
export function* jsonLines<T>(fd: number, most: number): Generator<ReadBatch<T>, undefined> {
  const decoder = new StringDecoder('utf8');
  const buffer = Buffer.allocUnsafe(CHUNK);
  let [rest, values, characters, at] = ['', [] as T[], 0, 0];
  for (;;) {
    const read = readSync(fd, buffer, 0, CHUNK, at);
    if (read === 0) break;
    at += read;
    const lines = (rest + decoder.write(buffer.subarray(0, read))).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      values.push(JSON.parse(line) as T);
      characters += line.length;
      if (values.length < most && characters < MOST_CHARACTERS) continue;
      yield { values, bytesRead: at };
      [values, characters] = [[], 0];
    }
  }
  if (values.length > 0) yield { values, bytesRead: at };
}
