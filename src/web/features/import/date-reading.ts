import { DATE_FORMATS, readDate, type DateFormat } from '../../../domain/spreadsheet/date-format';
import type { DayCount } from '../../../domain/spreadsheet/day-number';
import { dateInWords } from '../../../domain/calendar/date-words';

const ORDER_ASKED = ['date-format', 'date-is-number'];

/** The different texts in the columns of dates that can’t be read without knowing how the file writes its dates. */
export function unclearDates(
  rows: readonly string[][],
  header: number,
  columns: readonly number[],
  dayCount: DayCount | null,
): string[] {
  const texts = new Set<string>();
  for (const row of rows.slice(header + 1)) {
    for (const column of columns) {
      const text = row[column]?.trim() ?? '';
      const reading = readDate(text, 'iso', dayCount);
      if (text !== '' && !reading.ok && ORDER_ASKED.includes(reading.rule)) texts.add(text);
    }
  }
  return [...texts];
}

/** What a date would be read as, in words. */
export function readAsWords(text: string, format: DateFormat, dayCount: DayCount | null): string {
  const reading = readDate(text, format, dayCount);
  return reading.ok ? dateInWords(reading.value) : 'not a date written so';
}

/** Every way of writing dates, with those of these that it can’t read. */
export function formatChoices(texts: readonly string[], dayCount: DayCount | null) {
  return DATE_FORMATS.map((format) => ({
    format,
    unreadable: texts.filter((text) => !readDate(text, format, dayCount).ok),
  }));
}
