/** By what a chart number is searched, and compared with others. */
export interface ChartKeys {
  /** Letters and digits only, in upper case, with O as 0 and I as 1. */
  chartKey: string;
  /** The same without the zeros that each group of digits begins with. */
  shortChartKey: string;
}

/**
 * Which chart numbers are likely to be the same one, typed in two ways?
 *
 * Input: a chart number. Output: two keys; numbers that share either are look-alikes. They differ only in case, spaces,
 * punctuation, O for 0 and I for 1, and either in nothing else or only in leading zeros. There are two, because zeros
 * that lead in 2024-0012 do not in 20240012: one key alone would miss 20240012 or 2024-12. The first key of the
 * beginning of a number is the beginning of its first key. Both are empty where there is no letter and no digit.
 *
 * @example chartKeysOf('a-O042') // { chartKey: 'A0042', shortChartKey: 'A42' }
 */
export function chartKeysOf(chartNumber: string): ChartKeys {
  const folded = chartNumber.normalize('NFKC').toUpperCase().replaceAll('O', '0').replaceAll('I', '1');
  const withoutZeros = folded.replace(/(?<!\d)0+(?=\d)/g, '');
  return { chartKey: bare(folded), shortChartKey: bare(withoutZeros) };
}

function bare(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
