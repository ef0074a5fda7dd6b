import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { addCommonProblems, problemExamples } from './openapi.js';

/** Where the committed document stands, seen from src/http as from dist/server/src/http. */
export function apiDocumentPath(): string {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const root = here.replace(/(dist\/server\/)?src\/http\/$/, '');
  return `${root}src/http/openapi.json`;
}

/** The OpenAPI 3.1 document of the routes, as the built code declares them. */
export function makeApiDocument(app: INestApplication): OpenAPIObject {
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
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problemSchema },
    examples: problemExamples(),
  };
  addCommonProblems(document);
  return document;
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

const problemSchema = {
  type: 'object' as const,
  description: 'A problem as RFC 9457 describes it; 5xx say nothing of the inside.',
  required: ['type', 'title', 'status', 'detail', 'requestId'],
  properties: {
    type: { type: 'string' as const, examples: ['/problems/rule-broken'] },
    title: { type: 'string' as const },
    status: { type: 'integer' as const },
    detail: { type: 'string' as const },
    requestId: { type: 'string' as const },
    errors: {
      type: 'array' as const,
      items: {
        type: 'object' as const,
        required: ['pointer', 'rule', 'message'],
        properties: {
          pointer: { type: 'string' as const, description: 'JSON pointer into the body' },
          rule: { type: 'string' as const },
          message: { type: 'string' as const },
        },
      },
    },
  },
};
