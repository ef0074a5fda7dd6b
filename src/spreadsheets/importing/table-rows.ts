import type { FileHandle } from 'node:fs/promises';

/** Some values of a file, and how far into it the reading has come. */
export interface ReadBatch<T> {
  values: T[];
  bytesRead: number;
}

const CHUNK = 65_536;
const NEWLINE = 10;

/** Everything in a file of a JSON text a line, at most so many at a time; can be read more than once. */
export async function* jsonLines<T>(handle: FileHandle, most: number): AsyncGenerator<ReadBatch<T>> {
  let rest: Buffer = Buffer.alloc(0);
  let values: T[] = [];
  let at = 0;
  for (;;) {
    const part = await handle.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, at);
    if (part.bytesRead === 0) break;
    const text = Buffer.concat([rest, part.buffer.subarray(0, part.bytesRead)]);
    at += part.bytesRead;
    let start = 0;
    for (let end = text.indexOf(NEWLINE); end >= 0; end = text.indexOf(NEWLINE, start)) {
      values.push(JSON.parse(text.toString('utf8', start, end)) as T);
      start = end + 1;
      if (values.length < most) continue;
      yield { values, bytesRead: at - text.length + start };
      values = [];
    }
    rest = text.subarray(start);
  }
  if (values.length > 0) yield { values, bytesRead: at };
}
