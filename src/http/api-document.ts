import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject, type SchemaObject } from '@nestjs/swagger';
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
 * @param schemas What the answers are made of that no class declares.
 */
export function makeApiDocument(app: INestApplication, schemas: Record<string, SchemaObject>): OpenAPIObject {
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
    schemas: { ...document.components?.schemas, ...schemas, ...chartSchemas, ...problemSchemas },
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
