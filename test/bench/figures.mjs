/** The number that a share of all lies at or below, by nearest rank; `share` from 0 to 1. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export const median = (numbers) => quantile(numbers, 0.5);

/** Three digits that say something: 0.123, 1.23, 12.3, 123, 1 234. */
export function short(number) {
  if (!Number.isFinite(number)) return '-';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(number) || 1)));
  return number.toLocaleString('en', {
    minimumFractionDigits: Math.min(3, digits),
    maximumFractionDigits: Math.min(3, digits),
  });
}

export const ratio = (one, other) => `${short(one / other)} x`;

/** A Markdown table; the first column is text, the others are numbers. */
export function table(header, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = header.map((_, at) => (at === 0 ? '---' : '--:'));
  return [header, rule, ...rows].map(line).join('\n');
}

/** Columns that say for how long the event loop of the service was held. */
export const HOLD_HEADER = ['longest hold ms', 'longest hold, processor ms'];
export const HOLD_NOTE =
  'Longest hold: for how long another request may have waited for the event loop; on a loaded machine, for the processor too. ' +
  'The goal is 20 ms of processor time, which is that of one turn of the event loop, whoever else uses the machine.';
export const holdOf = ({ ms, processorMs }) => [short(ms), short(processorMs)];

/** How long this took in milliseconds, and what came of it. */
export async function timed(work) {
  const before = performance.now();
  const result = await work();
  return { took: performance.now() - before, result };
}
