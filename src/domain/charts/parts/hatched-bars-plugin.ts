/** The parts of a drawn Chart.js chart that hatching needs. */
interface DrawnChart {
  ctx: {
    save(): void;
    restore(): void;
    beginPath(): void;
    rect(x: number, y: number, width: number, height: number): void;
    clip(): void;
    moveTo(x: number, y: number): void;
    lineTo(x: number, y: number): void;
    stroke(): void;
    // Canvas takes gradients and patterns too.
    strokeStyle: unknown;
    lineWidth: number;
  };
  data: { datasets: readonly { hatched?: readonly boolean[]; borderColor?: unknown }[] };
}

interface DrawnDataset {
  index: number;
  meta: { data: readonly { getProps(names: string[], final: boolean): Record<string, number> }[] };
}

const DISTANCE = 7;

/**
 * A Chart.js plugin that draws slanted lines over the bars that `hatched` of their dataset names, in the color of their
 * border. It needs no Chart.js to be made, so pages and server share it; without it such a bar is open.
 */
export const hatchedBarsPlugin = {
  id: 'hatchedBars',

  afterDatasetDraw({ ctx, data }: DrawnChart, { index, meta }: DrawnDataset): void {
    const { hatched, borderColor } = data.datasets[index] ?? {};
    if (hatched === undefined) return;
    ctx.save();
    ctx.strokeStyle = borderColor;
    ctx.lineWidth = 1.5;
    meta.data.forEach((bar, at) => {
      if (hatched[at] === true) hatch(ctx, bar.getProps(['x', 'y', 'base', 'width'], true));
    });
    ctx.restore();
  },
};

function hatch(ctx: DrawnChart['ctx'], { x = 0, y = 0, base = 0, width = 0 }: Record<string, number>): void {
  const [left, top, height] = [x - width / 2, Math.min(y, base), Math.abs(base - y)];
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  ctx.beginPath();
  for (let shift = -height; shift < width; shift += DISTANCE) {
    ctx.moveTo(left + shift, top + height);
    ctx.lineTo(left + shift + height, top);
  }
  ctx.stroke();
  ctx.restore();
}
