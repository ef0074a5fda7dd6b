import { DATE_FORMATS, readDate, type DateFormat } from '../../../domain/spreadsheet/date-format';
import { showDate } from '../../components/dates';

/** The different texts in the columns of dates that are not year-month-day, and so may be read in more than one way. */
export function unclearDates(rows: readonly string[][], header: number, columns: readonly number[]): string[] {
  const texts = new Set<string>();
  for (const row of rows.slice(header + 1)) {
    for (const column of columns) {
      const text = row[column]?.trim() ?? '';
      if (text !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(text)) texts.add(text);
    }
  }
  return [...texts];
}

/** What a date would be read as, in words. */
export function readAsWords(text: string, format: DateFormat): string {
  const reading = readDate(text, format);
  return reading.ok ? showDate(reading.value) : 'not a date written so';
}

/** Every way of writing dates, with those of these that it can’t read. */
export function formatChoices(texts: readonly string[]) {
  return DATE_FORMATS.map((format) => ({
    format,
    unreadable: texts.filter((text) => !readDate(text, format).ok),
  }));
}
