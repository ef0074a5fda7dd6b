import { fittingLines } from '../../domain/charts/parts/fitting-lines.js';

/** Of the axis of a chart, what its labels depend on. */
interface Scale {
  width: number;
  getLabels(): (string | string[])[];
}

/** Pixels a letter, at most, of the smallest font. */
const LETTER = 5.6;

/** A label without the lines that would run into those beside them: the table below has them. */
export function fitting(this: Scale, value: number): string | string[] {
  const labels = this.getLabels();
  const room = this.width / labels.length;
  return fittingLines(labels, room, (text) => LETTER * text.length)[value] ?? '';
}
