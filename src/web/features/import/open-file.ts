import { isEmptyRow, type SheetFile } from './sheet';
import { UnreadableFile } from './unreadable-file';

const MEGABYTE = 1024 ** 2;
const ZIP = [0x50, 0x4b];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

/** Opens what a person chose. @throws UnreadableFile in words on what to do. */
export async function openFile(file: File, megabytes: number): Promise<SheetFile> {
  if (file.size > megabytes * MEGABYTE) {
    throw new UnreadableFile(
      `${file.name} has ${Math.ceil(file.size / MEGABYTE)} MB; a spreadsheet may have ${megabytes} MB. Split it, and import the parts.`,
    );
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (begins(bytes, OLD_OFFICE)) throw oldOffice(bytes);
  const opened = await openBytes(file.name, bytes);
  if (opened.sheets.every(({ rows }) => rows.every(isEmptyRow))) {
    throw new UnreadableFile(`${file.name} is empty: no cell has anything in it.`);
  }
  return opened;
}

/** What reads a file is loaded when one is opened. */
async function openBytes(name: string, bytes: Uint8Array): Promise<SheetFile> {
  if (begins(bytes, ZIP)) {
    const { openXlsx } = await import('./xlsx-file');
    return openXlsx(name, bytes);
  }
  const { openCsv } = await import('./csv-file');
  return openCsv(name, bytes);
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** A workbook with a password is kept in the same container as a workbook of before 2007. */
function oldOffice(bytes: Uint8Array): UnreadableFile {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1));
  const locked = text.includes('EncryptedPackage');
  return new UnreadableFile(
    locked
      ? 'The workbook has a password. Open it in Excel, take the password off (File, Info, Protect Workbook), save it under another name, and choose that.'
      : 'The file is an Excel file of before 2007 (.xls). Open it in Excel, save it as “Excel workbook (.xlsx)”, and choose that.',
  );
}
