/** Lines of words, none wider than it may be unless it is a single word; a number and its percent are one. */
export function wrappedLines(lines: readonly string[], width: number, measure: (text: string) => number): string[] {
  return lines.flatMap((line) => {
    const wrapped: string[] = [];
    for (const word of line.split(/ (?!%)/)) {
      const last = wrapped.at(-1);
      const longer = last === undefined ? word : `${last} ${word}`;
      if (last !== undefined && measure(longer) > width) wrapped.push(word);
      else wrapped.splice(-1, 1, longer);
    }
    return wrapped;
  });
}
