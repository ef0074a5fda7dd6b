import { posix } from 'node:path';
import type { DayCount } from '../../../domain/spreadsheet/day-number.js';
import { UnreadableFile } from '../unreadable-file.js';
import { formatKind, showsDay, type FormatKind } from './number-format.js';
import type { PackageParts } from './package-parts.js';
import { isOn, RichText } from './rich-text.js';

/** How a cell looks: what its number means, and whether its text is struck out. */
export interface CellStyle {
  kind: FormatKind;
  code: string | undefined;
  struck: boolean;
  /** Whether the day of the month is shown, where it is a day. */
  showsDay: boolean;
}

/** A sheet that may hold rows; a sheet that is only a chart is left out. */
export interface SheetPart {
  name: string;
  hidden: boolean;
  path: string;
}

/** What a workbook says of all its sheets. */
export interface Workbook {
  parts: PackageParts;
  dayCount: DayCount;
  sheets: SheetPart[];
  styles: CellStyle[];
  strings: string[];
}

const NO_WORKBOOK =
  'The file is not an Excel workbook, though it is packed like one. Open it in the program it was made with, save it as ' +
  '"Excel workbook (.xlsx)" or as CSV in UTF-8, and send it again.';
const BINARY =
  'The file is a binary workbook (.xlsb). Open it in Excel, save it as "Excel workbook (.xlsx)", and send that.';

/** Reads what all sheets share. @throws UnreadableFile where it is no workbook. */
export async function openWorkbook(parts: PackageParts): Promise<Workbook> {
  const main = await officeDocument(parts);
  if (parts.has('xl/workbook.bin')) throw new UnreadableFile(BINARY);
  if (!parts.has(main)) throw new UnreadableFile(NO_WORKBOOK);
  const targets = await relations(parts, main);
  const sheets: SheetPart[] = [];
  let dayCount: DayCount = '1900';
  await parts.read(main, {
    open: (name, attribute) => {
      if (name === 'workbookPr' && attribute('date1904') !== undefined) {
        dayCount = isOn(attribute('date1904')) ? '1904' : '1900';
      }
      if (name !== 'sheet') return;
      const target = targets.get(attribute('r:id') ?? attribute('id') ?? '');
      const hidden = /^(hidden|veryHidden)$/.test(attribute('state') ?? '');
      if (target?.type.endsWith('/worksheet'))
        sheets.push({ name: attribute('name') ?? '', hidden, path: target.path });
    },
  });
  const shared = [...targets.values()].find(({ type }) => type.endsWith('/sharedStrings'));
  const styles = [...targets.values()].find(({ type }) => type.endsWith('/styles'));
  return {
    parts,
    dayCount,
    sheets,
    styles: await stylesOf(parts, styles?.path ?? ''),
    strings: await stringsOf(parts, shared?.path ?? ''),
  };
}

/** How many comments a sheet has, which are not imported. */
export async function commentsOf({ parts }: Workbook, { path }: SheetPart): Promise<number> {
  let count = 0;
  for (const { type, path: comments } of (await relations(parts, path)).values()) {
    if (!type.endsWith('/comments')) continue;
    await parts.read(comments, { open: (name) => (count += name === 'comment' ? 1 : 0) });
  }
  return count;
}

async function officeDocument(parts: PackageParts): Promise<string> {
  const targets = await relations(parts, '');
  const main = [...targets.values()].find(({ type }) => type.endsWith('/officeDocument'));
  return main?.path ?? 'xl/workbook.xml';
}

/** What a part refers to, by id. */
async function relations(parts: PackageParts, of: string): Promise<Map<string, { type: string; path: string }>> {
  const found = new Map<string, { type: string; path: string }>();
  const folder = posix.dirname(of);
  await parts.read(posix.join(folder, '_rels', `${posix.basename(of)}.rels`), {
    open: (name, attribute) => {
      if (name !== 'Relationship') return;
      const target = attribute('Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      found.set(attribute('Id') ?? '', { type: attribute('Type') ?? '', path });
    },
  });
  return found;
}

async function stylesOf(parts: PackageParts, path: string): Promise<CellStyle[]> {
  const codes = new Map<number, string>();
  const fonts: boolean[] = [];
  const styles: CellStyle[] = [];
  let inside = '';
  await parts.read(path, {
    open: (name, attribute) => {
      if (/^(fonts|cellXfs|cellStyleXfs|dxfs)$/.test(name)) inside = name;
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (name === 'font' && inside === 'fonts') fonts.push(false);
      if (name === 'strike' && inside === 'fonts') fonts[fonts.length - 1] = isOn(attribute('val'));
      if (name !== 'xf' || inside !== 'cellXfs') return;
      const id = Number(attribute('numFmtId') ?? 0);
      const code = codes.get(id);
      const struck = fonts[Number(attribute('fontId') ?? 0)] ?? false;
      styles.push({ kind: formatKind(id, code), code, struck, showsDay: showsDay(id, code) });
    },
  });
  return styles;
}

async function stringsOf(parts: PackageParts, path: string): Promise<string[]> {
  const strings: string[] = [];
  const rich = new RichText();
  await parts.read(path, {
    open: (name, attribute) => rich.open(name, attribute),
    text: (text) => rich.text(text),
    close: (name) => {
      rich.close(name);
      if (name === 'si') strings.push(rich.take());
    },
  });
  return strings;
}
