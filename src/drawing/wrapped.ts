/** Lines of words, none wider than it may be unless it is a single word. */
export function wrapped(lines: readonly string[], width: number, measure: (text: string) => number): string[] {
  return lines.flatMap((line) => {
    const wrappedLines: string[] = [];
    for (const word of line.split(' ')) {
      const last = wrappedLines.at(-1);
      const longer = last === undefined ? word : `${last} ${word}`;
      if (last !== undefined && measure(longer) > width) wrappedLines.push(word);
      else wrappedLines.splice(-1, 1, longer);
    }
    return wrappedLines;
  });
}
