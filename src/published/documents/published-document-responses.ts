import { ApiOkResponse, ApiParam } from '@nestjs/swagger';
import { PUBLIC_CHART_NAMES } from '../../domain/charts/public/public-charts.js';
import { documentExample } from './published-document-example.js';

/** Documents the slug in an address. */
export const SlugParam = () => ApiParam({ name: 'slug', example: documentExample.slug });

/** Documents the id in an address. */
export const DocumentIdParam = () =>
  ApiParam({ name: 'id', example: documentExample.id, schema: { type: 'string', format: 'uuid' } });

/** Documents the name of a chart in an address. */
export const PublicChartParam = () =>
  ApiParam({ name: 'name', enum: [...PUBLIC_CHART_NAMES], example: 'mean-before-after' });

/** Documents ladder and figures as CSV. */
export const FiguresCsvResponse = () =>
  ApiOkResponse({
    description: `A line for each step of the ladder and each figure, with n and the reason where it is withheld. With \`If-None-Match\` and an ETag that still holds: 304 without a body.`,
    content: {
      'text/csv': {
        schema: { type: 'string' },
        example: 'publication_id,title,clinic,...\n019a5c1e-8f00-7000-8000-000000000030,...\n',
      },
    },
  });
