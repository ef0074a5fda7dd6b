import { handleJobs } from '../worker-queue.js';
import { drawChart } from './draw-chart.js';
import type { PictureWanted } from './picture.js';

handleJobs(({ chart, picture }: PictureWanted): Uint8Array => drawChart(chart, picture));
