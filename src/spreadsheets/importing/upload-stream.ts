import { Readable, Transform } from 'node:stream';
import { Problem } from '../../http/problem.js';

/** The body of a request as a stream of at most so many bytes. @throws Problem 415 where it is no spreadsheet. */
export function limitedUpload(body: unknown, limit: number): Readable {
  if (!(body instanceof Readable)) {
    throw new Problem(
      'unsupported-type',
      'Send the spreadsheet as the body, as text/csv or as an Excel workbook (.xlsx).',
    );
  }
  const upload = limitedTo(limit);
  // Who reads it gets the error. Nobody may be reading yet, or any more: without a listener it would end the process.
  upload.on('error', () => undefined);
  body.pipe(upload);
  body.once('close', () => {
    if (!body.readableEnded) upload.destroy(brokenOff());
  });
  // The rest is read and thrown away: a client that is still sending would not see the answer.
  upload.once('close', () => body.unpipe(upload).resume());
  return upload;
}

function limitedTo(limit: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > limit) done(tooLarge(limit));
      else done(null, chunk);
    },
  });
}

function brokenOff(): Problem {
  return new Problem('malformed', 'The upload was broken off. Nothing was saved.');
}

export function tooLarge(limit: number): Problem {
  const detail = `A spreadsheet may have ${megabytesOf(limit)} MB; send it in parts.`;
  return new Problem('too-large', detail, {}, { connection: 'close' });
}

export function megabytesOf(bytes: number): number {
  return Math.floor(bytes / 1024 / 1024);
}
