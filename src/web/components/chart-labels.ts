/** Of the axis of a chart, what its labels depend on. */
interface Scale {
  width: number;
  getLabels(): (string | string[])[];
  getLabelForValue(value: number): string | string[];
}

/** Pixels a letter, at most, of the smallest font. */
const LETTER = 5.6;

/** Where the lines of one label would run into the next, its first line alone: the table below has the others. */
export function fitting(this: Scale, value: number): string | string[] {
  const label = this.getLabelForValue(value);
  const labels = this.getLabels();
  const longest = Math.max(...labels.flat().map(({ length }) => length));
  const fits = longest * LETTER < this.width / labels.length;
  return fits || !Array.isArray(label) ? label : (label[0] ?? '');
}
