/** What an iteration ends at is known to fewer digits. */
const ITERATED = /^\/modelBased\//;
/** The end of an interval near 0 is a difference of large numbers, so digits are counted from here on. */
const UNIT = 1e-3;

/** Every number of the expected answer is at the same place of ours, equal to 9 significant digits, iterated ones to 6. */
export function compare(expected, ours, path = '') {
  if (expected !== null && typeof expected === 'object') {
    const parts = Object.entries(expected).map(([key, value]) => compare(value, ours?.[key], `${path}/${key}`));
    return {
      compared: parts.reduce((sum, { compared }) => sum + compared, 0),
      differences: parts.flatMap(({ differences }) => differences),
    };
  }
  const size = Math.max(Math.abs(expected), Math.abs(ours), UNIT);
  const same =
    typeof expected === 'number' && typeof ours === 'number'
      ? Math.abs(expected - ours) <= (ITERATED.test(path) ? 5e-6 : 5e-9) * size
      : expected === ours;
  return { compared: 1, differences: same ? [] : [`${path}: expected ${expected}, ours ${ours}`] };
}

/** Says how many figures differ, which, and ends with an error where any does or none was compared. */
export function report(results) {
  const compared = results.reduce((sum, result) => sum + result.compared, 0);
  const differences = results.flatMap((result) => result.differences);
  for (const line of differences) console.error(line);
  console.log(`${compared} figures compared, ${differences.length} differ`);
  process.exitCode = differences.length === 0 && compared > 0 ? 0 : 1;
}
