import { applyDecorators } from '@nestjs/common';
import { ApiResponse, type OpenAPIObject } from '@nestjs/swagger';
import { problemTypes, type ProblemType } from './problem-types.js';

/** Documents the problems a route can answer with, by status; those of every route need not be named. */
export function ProblemResponses(...statuses: number[]): MethodDecorator {
  return applyDecorators(
    ...statuses.map((status) => ApiResponse({ status, ...problemResponse(status) })),
  );
}

/** Adds the problems that no route has to name: 429 and 500, and for a body 400, 413 and 415. */
export function addCommonProblems({ paths }: OpenAPIObject): void {
  const operations = Object.values(paths).flatMap((path) =>
    [path.get, path.post, path.put, path.patch, path.delete].filter((found) => found !== undefined),
  );
  for (const { responses, requestBody } of operations) {
    const common = requestBody ? [400, 413, 415, 429, 500] : [429, 500];
    for (const status of common) responses[String(status)] ??= problemResponse(status);
  }
}

/** Every type of a status, with its meaning. */
function problemResponse(status: number) {
  const types = Object.entries(problemTypes).filter(([, type]) => type.status === status);
  return {
    description: types.map(([, type]) => type.meaning).join(' '),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(
          types.map(([name]) => [name, { $ref: `#/components/examples/${name}` }]),
        ),
      },
    },
  };
}

/** An example of every problem type, for the document's components. */
export function problemExamples(): Record<string, { summary: string; value: object }> {
  const errors = [
    {
      pointer: '/total',
      rule: 'total-of-all-items',
      message: '68 is above 64, the highest possible total. Add up items 1 to 16 only.',
    },
  ];
  const names = Object.keys(problemTypes) as ProblemType[];
  return Object.fromEntries(
    names.map((name) => {
      const { title, status, meaning } = problemTypes[name];
      const value = {
        type: `/problems/${name}`,
        title,
        status,
        detail: meaning,
        ...(name === 'rule-broken' ? { errors } : {}),
        requestId: '019a5c1e-8f00-7000-8000-0000000000ff',
      };
      return [name, { summary: title, value }];
    }),
  );
}
