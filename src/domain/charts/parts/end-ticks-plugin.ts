/** The parts of an axis of Chart.js that its last numbers need. */
interface DrawnScale {
  type: string;
  min: number;
  max: number;
  width: number;
  height: number;
  ticks: { value: number }[];
  isHorizontal(): boolean;
}

/** Pixels between the middles of two numbers that do not touch. */
const APART = 22;

/**
 * A Chart.js plugin that leaves out the last even step of an axis where the end of the axis comes too soon after it: 60 before
 * 64 on a low chart of scores. It needs no Chart.js to be made, so pages and server share it.
 */
export const endTicksPlugin = {
  id: 'endTicks',

  afterBuildTicks(_chart: unknown, { scale }: { scale: DrawnScale }): void {
    const [even, before, end] = scale.ticks.slice(-3);
    if (scale.type !== 'linear' || even === undefined || before === undefined || end === undefined) return;
    const step = end.value - before.value;
    const isShort = step < before.value - even.value;
    const length = scale.isHorizontal() ? scale.width : scale.height;
    if (isShort && (step * length) / (scale.max - scale.min) < APART) scale.ticks.splice(-2, 1);
  },
};
