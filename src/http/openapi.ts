import { applyDecorators } from '@nestjs/common';
import {
  ApiResponse,
  type OpenAPIObject,
  type OperationObject,
  type ReferenceObject,
  type ResponseObject,
} from '@nestjs/swagger';
import { problemTypes, type ProblemType } from './problem-types.js';

/**
 * Documents the problems a route can answer with: by status, which means the ordinary type of that status, or by
 * type. Those of every route need not be named.
 */
export function ProblemResponses(...named: (number | ProblemType)[]): MethodDecorator {
  const types = named.map((name) => (typeof name === 'number' ? ordinaryType(name) : name));
  return applyDecorators(
    ...statusesOf(types).map((status) =>
      ApiResponse({ status, ...problemResponse(types.filter((type) => is(type, status))) }),
    ),
  );
}

/**
 * Adds the problems that no route has to name: 429 and 500, for a body 400, 413 and 415, and for a write that it came
 * from another site.
 */
export function addCommonProblems({ paths }: OpenAPIObject): void {
  for (const { get, ...writes } of Object.values(paths)) {
    if (get) addProblems(get, COMMON);
    const changing = [writes.post, writes.put, writes.patch, writes.delete];
    for (const operation of changing.filter((found) => found !== undefined)) {
      addProblems(operation, [...COMMON, 'foreign-origin']);
    }
  }
}

const COMMON: ProblemType[] = ['too-many', 'internal'];
const OF_BODIES: ProblemType[] = ['malformed', 'too-large', 'unsupported-type'];

function addProblems({ responses, requestBody }: OperationObject, common: ProblemType[]): void {
  const added = requestBody ? [...OF_BODIES, ...common] : common;
  for (const status of statusesOf(added)) {
    const types = [...typesIn(responses[status]), ...added.filter((type) => is(type, status))];
    responses[status] = problemResponse([...new Set(types)]);
  }
}

/** The types that a response of the document already shows. */
function typesIn(response: ResponseObject | ReferenceObject | undefined): ProblemType[] {
  if (response === undefined || '$ref' in response) return [];
  const examples = response.content?.['application/problem+json']?.examples ?? {};
  return Object.keys(examples) as ProblemType[];
}

function is(type: ProblemType, status: number): boolean {
  return problemTypes[type].status === status;
}

function statusesOf(types: readonly ProblemType[]): number[] {
  return [...new Set(types.map((type) => problemTypes[type].status))];
}

/** The first of a status: the others are for some routes only. */
function ordinaryType(status: number): ProblemType {
  const type = (Object.keys(problemTypes) as ProblemType[]).find((each) => is(each, status));
  if (type === undefined) throw new Error(`No problem type has the status ${status}.`);
  return type;
}

function problemResponse(types: readonly ProblemType[]) {
  return {
    description: types.map((type) => problemTypes[type].meaning).join(' '),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/ProblemDocument' },
        examples: Object.fromEntries(types.map((name) => [name, { $ref: `#/components/examples/${name}` }])),
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
