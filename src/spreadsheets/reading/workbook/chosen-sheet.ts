import { seenText } from '../../../domain/spreadsheet/plain-text.js';
import { findHeader, HEADER_WITHIN, isWhole } from '../find-header.js';
import type { FirstNumber } from '../header-meaning.js';
import type { TableRow } from '../table.js';
import { UnreadableFile } from '../unreadable-file.js';
import { readSheet } from './sheet-rows.js';
import type { SheetPart, Workbook } from './workbook.js';

/** The sheet that was named, or the only visible one with the needed columns. */
export async function chosenSheet(
  workbook: Workbook,
  { sheet, firstNumber }: { sheet?: string; firstNumber: FirstNumber },
): Promise<{ sheet: SheetPart; faults: { rule: string; message: string }[] }> {
  const { sheets } = workbook;
  const first = sheets[0];
  if (!first)
    throw new UnreadableFile(
      'The workbook has no sheet with rows. Save the sheet with the scores as CSV, and send that.',
    );
  if (sheet !== undefined) {
    const named =
      sheets.find(({ name }) => name === sheet) ?? sheets.find(({ name }) => seenText(name) === seenText(sheet));
    if (named) return { sheet: named, faults: [] };
    throw new UnreadableFile(`The workbook has no sheet "${sheet}"; it has ${namesOf(sheets)}.`);
  }
  const looked = await peeked(workbook, firstNumber);
  const visible = looked.filter(({ part }) => !part.hidden);
  const whole = visible.filter(({ whole }) => whole);
  const filled = visible.filter(({ filled }) => filled);
  const only = whole[0] ?? filled[0];
  if (whole.length > 1) {
    const message = `The sheets ${namesOf(whole.map(({ part }) => part))} look like scores. Say which is meant (sheet, --sheet); import the others after it.`;
    return { sheet: whole[0]?.part ?? first, faults: [{ rule: 'sheet-unclear', message }] };
  }
  if (only) return { sheet: only.part, faults: [] };
  const hidden = looked.filter(({ filled }) => filled).map(({ part }) => part);
  if (hidden.length === 0) return { sheet: sheets.find((each) => !each.hidden) ?? first, faults: [] };
  const message = `The visible sheets are empty; ${namesOf(hidden)} is hidden. Say that it is meant (sheet, --sheet), or show it in Excel and save again.`;
  return { sheet: sheets.find((each) => !each.hidden) ?? first, faults: [{ rule: 'sheet-hidden', message }] };
}

async function peeked(workbook: Workbook, firstNumber: FirstNumber) {
  const looked: { part: SheetPart; whole: boolean; filled: boolean }[] = [];
  for (const part of workbook.sheets) {
    const rows: TableRow[] = [];
    await readSheet(workbook, part, (row) => rows.push(row) < HEADER_WITHIN);
    looked.push({ part, whole: isWhole(findHeader(rows, firstNumber)), filled: rows.length > 0 });
  }
  return looked;
}

function namesOf(sheets: readonly SheetPart[]): string {
  return sheets.map(({ name }) => `"${name}"`).join(', ');
}
