import { ApiOkResponse } from '@nestjs/swagger';
import type { Chart } from '../domain/charts/chart.js';

/** For controllers, which don't look into the domain. */
export type ChartJson = Chart;

/** Documents a route that answers with a chart. */
export const ChartResponse = () =>
  ApiOkResponse({
    description:
      'A Chart.js configuration as plain JSON, drawn as it is by `new Chart(canvas, configuration)`, with a text ' +
      'alternative and the table of its data.',
    schema: {
      type: 'object',
      required: ['type', 'data', 'options', 'textAlternative', 'table'],
      properties: {
        type: { type: 'string', enum: ['line', 'bar', 'bubble', 'scatter'] },
        data: { type: 'object', additionalProperties: true },
        options: { type: 'object', additionalProperties: true },
        textAlternative: { type: 'string' },
        table: {
          type: 'object',
          required: ['caption', 'columns', 'rows'],
          properties: {
            caption: { type: 'string' },
            columns: { type: 'array', items: { type: 'string' } },
            rows: {
              type: 'array',
              items: { type: 'array', items: { type: ['string', 'number', 'null'] } },
            },
          },
        },
      },
    },
    example: {
      type: 'line',
      data: { labels: ['1', '2'], datasets: [{ label: 'Mean score', data: [35, 24.6] }] },
      options: { scales: { y: { min: 0, max: 64 } } },
      textAlternative: 'The mean score fell from 35.0 at infusion 1 to 24.6 at infusion 2.',
      table: {
        caption: 'Mean score by infusion',
        columns: ['Infusion', 'n', 'Mean'],
        rows: [
          [1, 120, 35],
          [2, 118, 24.6],
        ],
      },
    },
  });
