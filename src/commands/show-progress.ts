import type { WriteStream } from 'node:tty';
import type { ImportProgress } from '../spreadsheets/importing/import-settings.js';
import { counted } from '../domain/numbers/words.js';

/** Shows how far an import has come: in place and twice a second at a terminal, else a line every five seconds. */
export function showProgress(stream: WriteStream): (progress: ImportProgress) => void {
  const [often, before, after] = stream.isTTY ? [500, '\r', ' '] : [5000, '', '\n'];
  let shownAt = Date.now();
  return ({ phase, rowsRead, bytesRead, bytesTotal }) => {
    if (Date.now() - shownAt < often) return;
    shownAt = Date.now();
    const percent = Math.floor((100 * bytesRead) / Math.max(1, bytesTotal));
    stream.write(`${before}${phase} ${counted(rowsRead, 'row')}, ${percent} %${after}`);
  };
}
