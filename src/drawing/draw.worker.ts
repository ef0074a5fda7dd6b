import { parentPort } from 'node:worker_threads';
import { drawChart } from './draw-chart.js';
import type { DrawnPicture, PictureWanted } from './picture.js';

parentPort?.on('message', ({ id, chart, picture }: PictureWanted) => {
  parentPort?.postMessage(answerTo(id, () => drawChart(chart, picture)));
});

function answerTo(id: number, draw: () => Buffer): DrawnPicture {
  try {
    return { id, image: draw() };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
