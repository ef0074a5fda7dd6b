import { seenText } from '../../../domain/spreadsheet/plain-text.js';
import { findHeader, HEADER_WITHIN, isWhole } from '../find-header.js';
import type { FirstNumber } from '../header-meaning.js';
import type { TableRow } from '../table.js';
import { UnreadableFile } from '../unreadable-file.js';
import { readSheet } from './sheet-rows.js';
import type { SheetPart, Workbook } from './workbook.js';

export interface ChosenSheet {
  sheet: SheetPart;
  faults: { rule: string; message: string }[];
  /** Other sheets with something in them. */
  others: SheetPart[];
}

/** The sheet that was named, or the only visible one with the needed columns. */
export async function chosenSheet(
  workbook: Workbook,
  { sheet, firstNumber }: { sheet?: string; firstNumber: FirstNumber },
): Promise<ChosenSheet> {
  const { sheets } = workbook;
  const first = sheets[0];
  if (!first)
    throw new UnreadableFile(
      'The workbook has no sheet with rows. Save the sheet with the scores as CSV, and send that.',
    );
  if (sheet !== undefined) {
    const named =
      sheets.find(({ name }) => name === sheet) ?? sheets.find(({ name }) => seenText(name) === seenText(sheet));
    if (named) return { sheet: named, faults: [], others: [] };
    throw new UnreadableFile(`The workbook has no sheet "${sheet}"; it has ${namesOf(sheets)}.`);
  }
  return byLook(await peeked(workbook, firstNumber), first);
}

/** The sheet that looks like scores, or the question which one is meant. */
function byLook(looked: readonly LookedSheet[], first: SheetPart): ChosenSheet {
  const visible = looked.filter(({ part }) => !part.hidden);
  const whole = visible.filter(({ whole }) => whole);
  const filled = visible.filter(({ filled }) => filled);
  const only = whole[0] ?? filled[0];
  if (whole.length > 1) {
    const message = `The sheets ${namesOf(whole.map(({ part }) => part))} look like scores. Say which is meant (sheet, --sheet); import the others after it.`;
    return { sheet: whole[0]?.part ?? first, faults: [{ rule: 'sheet-unclear', message }], others: [] };
  }
  const hiddenScores = whole.length > 0 ? [] : looked.filter(({ part, whole }) => part.hidden && whole);
  if (hiddenScores.length > 0) {
    const message = `No visible sheet looks like scores; ${namesOf(hiddenScores.map(({ part }) => part))} does, and is hidden. Say that it is meant (sheet, --sheet), or show it in Excel and save again.`;
    return { sheet: only?.part ?? first, faults: [{ rule: 'sheet-hidden', message }], others: [] };
  }
  if (only) {
    const others = looked.filter((each) => each !== only && each.filled).map(({ part }) => part);
    return { sheet: only.part, faults: [], others };
  }
  const hidden = looked.filter(({ filled }) => filled).map(({ part }) => part);
  const shown = visible[0]?.part ?? first;
  if (hidden.length === 0) return { sheet: shown, faults: [], others: [] };
  const message = `The visible sheets are empty; ${namesOf(hidden)} is hidden. Say that it is meant (sheet, --sheet), or show it in Excel and save again.`;
  return { sheet: shown, faults: [{ rule: 'sheet-hidden', message }], others: [] };
}

interface LookedSheet {
  part: SheetPart;
  whole: boolean;
  filled: boolean;
}

async function peeked(workbook: Workbook, firstNumber: FirstNumber): Promise<LookedSheet[]> {
  const looked: LookedSheet[] = [];
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
