import { readFileSync } from 'node:fs';
import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject, type ResponseObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import type { AnswerTypes } from './answer-types.js';
import { docsScript, docsStyle } from './docs-page.js';
import { addCommonProblems, problemExamples } from './openapi.js';

/** The document that is served; the build copies the committed one beside what is compiled. */
export const apiDocument = new URL('openapi.json', import.meta.url);

/**
 * The OpenAPI 3.1 document of the routes, as the built code declares them.
 * @param answers What they answer with.
 * @param examples Answers by operation id, where examples of the single fields would not fit together.
 */
export function makeApiDocument(
  app: INestApplication,
  answers: AnswerTypes,
  examples: Readonly<Record<string, unknown>>,
): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('CUDOS outcomes')
    .setDescription(
      "Records the CUDOS depression score at each of a patient's six ketamine infusions and computes what each " +
        'course and each cohort achieved.',
    )
    .setVersion('1')
    .addServer('/', 'This service: its own address stands before every path')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addCookieAuth('cudos-session')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'cudos_...',
      description:
        'A token of a system account, which a director makes under Settings: `Authorization: Bearer cudos_...`. It opens the ' +
        'operations that name one of its scopes.',
    })
    .build();
  const document = SwaggerModule.createDocument(app, config);
  describeAnswers(document, answers, examples);
  answers.add('src/http/problem.ts', 'ProblemDocument');
  document.components = {
    ...document.components,
    schemas: { ...answers.schemas, ...document.components?.schemas },
    examples: problemExamples(),
  };
  addCommonProblems(document);
  sayToWhom(document);
  sayLengths(document);
  return document;
}

/** Checkers whose patterns know no properties of letters, as Spectral's and Python's, are told how long such a text may be. */
function sayLengths(part: unknown): void {
  if (typeof part !== 'object' || part === null) return;
  const schema = part as { pattern?: unknown; minLength?: number; maxLength?: number };
  if (typeof schema.pattern === 'string' && schema.pattern.includes(String.raw`\p{`)) {
    const [, from, to] = /\{(\d+),(\d+)\}\$$/.exec(schema.pattern) ?? [];
    if (to !== undefined) Object.assign(schema, { minLength: Number(from), maxLength: Number(to) });
    delete schema.pattern;
  }
  Object.values(part).forEach(sayLengths);
}

/** Says of every operation to whom it is open, in words and as security: none where anybody may call it. */
function sayToWhom({ paths }: OpenAPIObject): void {
  const operations = Object.values(paths).flatMap(({ get, put, post, patch, delete: remove }) => [
    get,
    put,
    post,
    patch,
    remove,
  ]);
  for (const operation of operations.filter((each) => each !== undefined)) {
    operation.security ??= [];
    const scopes = operation.security.flatMap(({ bearer }) => bearer ?? []);
    const { 'x-roles': roles = [] } = operation as { 'x-roles'?: readonly string[] };
    const people = roles.length > 0 ? [`people with the role ${roles.join(', ')}`] : [];
    const programs = scopes.map((scope) => `tokens with the scope \`${scope}\``);
    const whom = [...people, ...programs].join(', and to ') || 'anybody, without signing in';
    operation.description = [operation.description, `Open to ${whom}.`].filter(Boolean).join(' ');
  }
}

/** Nest knows of an answer only whether it is an object, or not even that; decorators describe what is no JSON. */
function describeAnswers({ paths }: OpenAPIObject, answers: AnswerTypes, examples: Readonly<Record<string, unknown>>) {
  const operations = Object.values(paths).flatMap(({ get, post, put, patch }) => [get, post, put, patch]);
  for (const { operationId = '', responses } of operations.filter((operation) => operation !== undefined)) {
    for (const [status, response] of Object.entries(responses as Record<string, ResponseObject>)) {
      if (!/^20[01]$/.test(status) || !isUndescribed(response)) continue;
      const schema = answers.schemaOf(operationId);
      const example = operationId in examples ? { example: examples[operationId] } : {};
      response.content = { 'application/json': { schema, ...example } };
      response.description ||= answers.wordsOn(operationId);
    }
  }
}

function isUndescribed({ content }: ResponseObject): boolean {
  return content === undefined || JSON.stringify(content['application/json']?.schema) === '{"type":"object"}';
}

/**
 * Serves the committed document at /openapi.json and a page to browse it at /docs. The bytes are made once: Nest writes the document anew for each request, and
 * whoever asks often and reads nothing has all of these texts kept.
 */
export function serveApiDocument(app: INestApplication, server: FastifyInstance): void {
  const read = () => JSON.parse(readFileSync(apiDocument, 'utf8')) as OpenAPIObject;
  let bytes: Buffer | null = null;
  server.get('/openapi.json', (_request, reply) => {
    bytes ??= Buffer.from(JSON.stringify(read()));
    return reply.type('application/json; charset=utf-8').send(bytes);
  });
  server.get('/docs/page.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(docsScript));
  const ours = { customSiteTitle: 'CUDOS outcomes API', customCss: docsStyle, customJs: '/docs/page.js' };
  SwaggerModule.setup('docs', app, read, { raw: [], ...ours });
}
