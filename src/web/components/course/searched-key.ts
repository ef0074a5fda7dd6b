/** A chart number as it is searched: any part, whatever its case, spaces and punctuation. */
export function searchedKey(chartNumber: string): string {
  return chartNumber.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
