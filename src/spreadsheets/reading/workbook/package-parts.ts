import type { Readable } from 'node:stream';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { fromFd, type Entry, type ZipFile } from 'yauzl';
import { UnreadableFile } from '../unreadable-file.js';

const UNPACKED_MEGABYTES = 512;
const DAMAGED =
  'The file is damaged, or it is not an Excel workbook. Open it in the program it was made with, save it as "Excel ' +
  'workbook (.xlsx)" or as CSV in UTF-8, and send it again.';
const TOO_LARGE = `Unpacked, the workbook is larger than ${UNPACKED_MEGABYTES} MB. Save the sheet with the scores as CSV, and send that.`;

/** What is done at each tag of a part; names are without their prefix. */
export interface TagHandler {
  open: (name: string, attribute: (name: string) => string | undefined) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
  /** Whether enough has been read. */
  done?: () => boolean;
}

/** The parts of a workbook, which is a zip of XML files; read as streams, so that none is in memory as a whole. */
export class PackageParts {
  private unpacked = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws UnreadableFile where it is no zip. */
  static async open(fd: number): Promise<PackageParts> {
    const zip = await new Promise<ZipFile>((resolve, reject) => {
      fromFd(fd, { lazyEntries: true, autoClose: false }, (error, opened) => {
        if (error) reject(new UnreadableFile(DAMAGED));
        else resolve(opened);
      });
    });
    const entries = new Map<string, Entry>();
    await new Promise<void>((resolve, reject) => {
      zip.on('entry', (entry: Entry) => {
        entries.set(entry.fileName.replace(/^\//, ''), entry);
        zip.readEntry();
      });
      zip.on('end', resolve);
      zip.on('error', () => reject(new UnreadableFile(DAMAGED)));
      zip.readEntry();
    });
    return new PackageParts(zip, entries);
  }

  has(path: string): boolean {
    return this.entries.has(path);
  }

  /** Goes through the tags of a part; nothing where there is no such part. @throws UnreadableFile */
  async read(path: string, handler: TagHandler): Promise<void> {
    const entry = this.entries.get(path);
    if (!entry) return;
    const stream = await new Promise<Readable>((resolve, reject) => {
      this.zip.openReadStream(entry, (error, opened) => {
        if (error) reject(new UnreadableFile(DAMAGED));
        else resolve(opened);
      });
    });
    try {
      await this.parse(stream, handler);
    } finally {
      stream.destroy();
    }
  }

  private async parse(stream: Readable, { open, text, close, done }: TagHandler): Promise<void> {
    const parser = new SaxesParser();
    parser.on('error', () => {
      throw new UnreadableFile(DAMAGED);
    });
    parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => open(bare(name), (wanted) => attributes[wanted]));
    if (text) parser.on('text', text);
    if (close) parser.on('closetag', ({ name }: SaxesTagPlain) => close(bare(name)));
    for await (const part of textOf(stream)) {
      this.unpacked += part.length;
      if (this.unpacked > UNPACKED_MEGABYTES * 1024 ** 2) throw new UnreadableFile(TOO_LARGE, 'too-large');
      parser.write(part);
      if (done?.()) return;
    }
    parser.close();
  }
}

async function* textOf(stream: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch {
    throw new UnreadableFile(DAMAGED);
  }
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
