import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { problemTypes, type ProblemType } from './problem-types.js';

/** Documents the problems a route can answer with, by status: every type of that status, with its meaning. */
export function ProblemResponses(...statuses: number[]): MethodDecorator {
  return applyDecorators(
    ...[...statuses, 500].map((status) => {
      const types = Object.entries(problemTypes).filter(([, type]) => type.status === status);
      return ApiResponse({
        status,
        description: types.map(([, type]) => type.meaning).join(' '),
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/Problem' },
            examples: Object.fromEntries(
              types.map(([name, type]) => [name, { value: exampleOf(name as ProblemType, type) }]),
            ),
          },
        },
      });
    }),
  );
}

function exampleOf(
  name: ProblemType,
  { status, title, meaning }: (typeof problemTypes)[ProblemType],
) {
  const errors = [
    {
      pointer: '/total',
      rule: 'total-over-64',
      message: 'A CUDOS total is at most 64: items 17 and 18 are not counted. 68 may include them.',
    },
  ];
  return {
    type: `/problems/${name}`,
    title,
    status,
    detail: meaning,
    ...(name === 'rule-broken' ? { errors } : {}),
    requestId: '019a5c1e-8f00-7000-8000-0000000000ff',
  };
}
