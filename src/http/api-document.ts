import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type INestApplication } from '@nestjs/common';
import {
  DocumentBuilder,
  SwaggerModule,
  type OpenAPIObject,
  type ResponseObject,
  type SchemaObject,
} from '@nestjs/swagger';
import type { AnswerTypes } from './answer-types.js';
import { chartSchemas } from './chart-response.js';
import { addCommonProblems, problemExamples } from './openapi.js';
import { problemSchemas } from './problem.schemas.js';

/** Where the committed document stands, seen from src/http as from dist/server/src/http. */
export function apiDocumentPath(): string {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const root = here.replace(/(dist\/server\/)?src\/http\/$/, '');
  return `${root}src/http/openapi.json`;
}

/**
 * The OpenAPI 3.1 document of the routes, as the built code declares them.
 * @param answers What they answer with.
 * @param examples Answers by operation id, where examples of the single fields would not fit together.
 */
export function makeApiDocument(
  app: INestApplication,
  answers: AnswerTypes,
  examples: Readonly<Record<string, unknown>>,
  schemas: Record<string, SchemaObject>,
): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('CUDOS outcomes')
    .setDescription(
      "Records the CUDOS depression score at each of a patient's six ketamine infusions and computes what each " +
        'course and each cohort achieved.',
    )
    .setVersion('1')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addCookieAuth('cudos-session')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  describeAnswers(document, answers, examples);
  document.components = {
    ...document.components,
    schemas: { ...schemas, ...chartSchemas, ...problemSchemas, ...answers.schemas, ...document.components?.schemas },
    examples: problemExamples(),
  };
  addCommonProblems(document);
  return document;
}

/** Nest knows of an answer only whether it is an object. */
function describeAnswers({ paths }: OpenAPIObject, answers: AnswerTypes, examples: Readonly<Record<string, unknown>>) {
  const operations = Object.values(paths).flatMap(({ get, post, put, patch }) => [get, post, put, patch]);
  for (const { operationId = '', responses } of operations.filter((operation) => operation !== undefined)) {
    for (const response of Object.values(responses as Record<string, ResponseObject>)) {
      const media = response.content?.['application/json'];
      if (JSON.stringify(media?.schema) !== '{"type":"object"}') continue;
      const schema = answers.schemaOf(operationId);
      const example = operationId in examples ? { example: examples[operationId] } : {};
      response.content = { 'application/json': { schema, ...example } };
      response.description ||= answers.wordsOn(operationId);
    }
  }
}

/** Serves the committed document at /openapi.json and a page to browse it at /docs. */
export function serveApiDocument(app: INestApplication): void {
  let text: string | null = null;
  const read = () => (text ??= readFileSync(apiDocumentPath(), 'utf8'));
  SwaggerModule.setup('docs', app, () => JSON.parse(read()) as OpenAPIObject, {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'CUDOS outcomes API',
  });
}
