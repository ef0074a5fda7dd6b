import { answerEach } from '../own-thread.js';
import { drawChart } from './draw-chart.js';
import type { PictureWanted } from './picture.js';

answerEach(({ chart, picture }: PictureWanted): Uint8Array => drawChart(chart, picture));
