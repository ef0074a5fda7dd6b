import { fieldNamed, type Field } from './fields.js';

/**
 * What do these columns mean?
 *
 * Input: the service's own names of the columns of a file, in order, with commas between; nothing where a column is
 * left out. Output: their fields, null for what is left out and for a name that is none.
 *
 * @example statedFields('chart_number,,score_1') // ['chartNumber', null, 'score:infusion-1']
 */
export function statedFields(names: string): (Field | null)[] {
  return names.split(',').map(fieldNamed);
}

/**
 * Which of these names are none of a column?
 *
 * @example unknownNames('chart_number,,Phone') // ['Phone']
 */
export function unknownNames(names: string): string[] {
  return names.split(',').filter((name) => name !== '' && fieldNamed(name) === null);
}
