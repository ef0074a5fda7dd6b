/**
 * What does a chart say to a reader who can't see it?
 *
 * Input: its title, the number of courses in it, and sentences with the key figures. Output: the
 * title and the sentences; without a course, that there is nothing to show.
 *
 * Source: Web Content Accessibility Guidelines 2.2, success criterion 1.1.1.
 *
 * Example: `inSentences('Attrition', 0, [])` is `Attrition. No course to show.`
 */
export function inSentences(title: string, n: number, sentences: readonly string[]): string {
  return [`${title}.`, ...(n === 0 ? ['No course to show.'] : sentences)].join(' ');
}
