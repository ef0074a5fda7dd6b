/**
 * The school grade at which a text reads: 0.39 x words / sentences + 11.8 x syllables / words - 15.59.
 *
 * Source: Kincaid JP, Fishburne RP, Rogers RL, Chissom BS (1975), Research Branch Report 8-75, Naval Air
 * Station Memphis. Syllables are counted by groups of vowels, without a silent e; a number as it is read
 * aloud would be longer than any rule says, so each counts as one word of as many syllables as its digits.
 */
export function gradeOf(text: string): number {
  const sentences = text.split(/[.!?](?=\s|$)/).filter((part) => part.trim() !== '').length;
  const words = text.match(/[a-z']+|\d[\d.,]*\d|\d/gi) ?? [];
  const syllables = words.map(syllablesIn).reduce((sum, count) => sum + count, 0);
  return (0.39 * words.length) / sentences + (11.8 * syllables) / words.length - 15.59;
}

export function syllablesIn(word: string): number {
  if (/\d/.test(word)) return word.replace(/\D/g, '').length;
  const lower = word.toLowerCase().replace(/'/g, '');
  const groups = lower.match(/[aeiouy]+/g)?.length ?? 0;
  const silentE = /[^aeiouyl]e$|[aeiouy][^aeiouytd]+ed$|[^aeiouysxzcg]es$/.test(lower) ? 1 : 0;
  return Math.max(1, groups - silentE);
}
