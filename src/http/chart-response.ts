import { ApiOkResponse } from '@nestjs/swagger';
import type { Chart, ChartTable } from '../domain/charts/parts/chart.js';
import { objectSchema, oneOfTexts, ref, text, type SchemasOf } from './schema.js';

/** For controllers, which don't look into the domain. */
export type ChartJson = Chart;

const anything = { type: 'object', additionalProperties: true };

/** The parts of a chart; what Chart.js takes as an option is documented there. */
export const chartParts: SchemasOf<Chart> = {
  type: oneOfTexts(['line', 'bar', 'bubble', 'scatter'], 'Chart.js type'),
  data: objectSchema<Required<Chart['data']>>(
    'Chart.js data',
    {
      labels: {
        type: 'array',
        description: 'Left out where both axes are numbers; a list is drawn as several lines',
        items: { type: ['string', 'array'], items: { type: 'string' } },
      },
      datasets: {
        type: 'array',
        items: {
          type: 'object',
          description: 'One series; everything beside label and data is an option of Chart.js',
          required: ['label', 'data'],
          properties: { label: { type: 'string' }, data: { type: 'array', items: {} } },
          additionalProperties: true,
        },
      },
    },
    ['labels'],
  ),
  options: { ...anything, description: 'Chart.js options' },
  textAlternative: text('What the chart shows, for who cannot see it'),
  table: ref('ChartTable'),
};

/** A chart and its table, for the components of the API document. */
export const chartSchemas = {
  Chart: objectSchema<Chart>('A Chart.js configuration as plain JSON', chartParts),
  ChartTable: objectSchema<ChartTable>('The data of a chart as a table', {
    caption: text('The title of the chart'),
    columns: { type: 'array', items: { type: 'string' } },
    rows: {
      type: 'array',
      description: 'One cell for each column; null where there is nothing to estimate',
      items: { type: 'array', items: { type: ['string', 'number', 'null'] } },
    },
  }),
};

const example: Chart = {
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
};

/** Documents a route that answers with a chart, and with what else the named schema has. */
export const ChartResponse = (name = 'Chart', more: object = {}) =>
  ApiOkResponse({
    description:
      'A Chart.js configuration as plain JSON, drawn as it is by `new Chart(canvas, configuration)`, with a text ' +
      'alternative and the table of its data.',
    schema: ref(name),
    example: { ...example, ...more },
  });
