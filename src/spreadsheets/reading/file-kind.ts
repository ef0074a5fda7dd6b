import { UnreadableFile } from './unreadable-file.js';

/** The first bytes by which a kind of file is known. */
const ZIP = Buffer.from('PK\u0003\u0004');
const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const UTF16 = { 'utf-16le': Buffer.from([0xff, 0xfe]), 'utf-16be': Buffer.from([0xfe, 0xff]) } as const;

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';
export type FileKind = { kind: 'workbook' } | { kind: 'text'; encoding: TextEncoding };

const AS_WORKBOOK = 'Open it in Excel, save it as "Excel workbook (.xlsx)", and send that.';
export const NOT_TEXT =
  'The file is neither an Excel workbook (.xlsx) nor text in UTF-8. In Excel save it as "CSV UTF-8 (comma delimited)" or as ' +
  '"Excel workbook (.xlsx)", in LibreOffice as "Text CSV" with the character set UTF-8, and send it again.';

/**
 * What kind of file is this, by its beginning and not by its name?
 *
 * Input: the first bytes, and whether the whole file names an encrypted package. Output: a workbook or a text. @throws
 * UnreadableFile for anything else, in words on what to do.
 *
 * @example fileKind(Buffer.from('a,b\n'), false) // { kind: 'text', encoding: 'utf-8' }
 */
export function fileKind(beginning: Buffer, locked: boolean): FileKind {
  const begins = (signature: Buffer) => beginning.subarray(0, signature.length).equals(signature);
  if (begins(ZIP)) return { kind: 'workbook' };
  if (begins(OLD_OFFICE)) throw oldOffice(locked);
  const marked = begins(UTF16['utf-16le']) ? 'utf-16le' : begins(UTF16['utf-16be']) ? 'utf-16be' : null;
  const encoding = marked ?? unmarkedEncoding(beginning);
  const text = new TextDecoder(encoding).decode(beginning).trimStart();
  if (/^<\?xml/i.test(text) && /urn:schemas-microsoft-com:office:spreadsheet/i.test(text)) {
    throw new UnreadableFile(`The file is an "XML spreadsheet 2003", whatever its name ends with. ${AS_WORKBOOK}`);
  }
  if (/^(?:<(?:[!?]|[a-z]+[\s/>])|MIME-Version:)/i.test(text)) {
    throw new UnreadableFile(`The file is a web page, as some systems write it under the name .xls. ${AS_WORKBOOK}`);
  }
  if (text.startsWith('%PDF'))
    throw new UnreadableFile('The file is a PDF. Export the table as CSV or Excel workbook, and send that.');
  if (text.startsWith('{\\rtf'))
    throw new UnreadableFile(
      'The file is a text document (RTF). Save the table as CSV or Excel workbook, and send that.',
    );
  if (text.startsWith('ID;P'))
    throw new UnreadableFile(`The file is an old kind of spreadsheet (SYLK). ${AS_WORKBOOK}`);
  if (/^[{[]\s*["{[\]}]/.test(text))
    throw new UnreadableFile('The file is JSON. Export the table as CSV or Excel workbook, and send that.');
  return { kind: 'text', encoding };
}

/** Most of what a table is written with has one byte that is 0 in UTF-16, and in UTF-8 none has. */
function unmarkedEncoding(beginning: Buffer): TextEncoding {
  const sample = beginning.subarray(0, 1000);
  const zeros = (odd: 0 | 1) => sample.filter((byte, at) => at % 2 === odd && byte === 0).length;
  const most = sample.length * 0.4;
  return zeros(1) > most ? 'utf-16le' : zeros(0) > most ? 'utf-16be' : 'utf-8';
}

/** A workbook with a password is kept in the same container as a workbook of before 2007. */
function oldOffice(locked: boolean): UnreadableFile {
  return new UnreadableFile(
    locked
      ? 'The workbook has a password. Open it in Excel, take the password off (File, Info, Protect Workbook), save it under another name, and send that.'
      : `The file is an Excel file of before 2007 (.xls). ${AS_WORKBOOK}`,
  );
}
