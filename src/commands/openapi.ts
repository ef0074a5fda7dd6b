import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from '../app.module.js';
import { outcomeExample } from '../assessments/outcome/outcome-example.js';
import { readEnvironment } from '../environment.js';
import { claimSchemas } from '../publications/claim-check/claim-check.schemas.js';
import { publicContentSchemas } from '../publications/document/public-content.schemas.js';
import { publicationSchemas } from '../publications/publication.schemas.js';
import { publishedSchemas } from '../published/documents/published-document.schemas.js';
import { AnswerTypes } from '../http/answer-types.js';
import { apiDocumentPath, makeApiDocument } from '../http/api-document.js';
import { cohortSchemas } from '../cohorts/cohort.schemas.js';
import { tell } from '../serve.js';

// Writes the committed API document from the built routes; with --check only says whether it is current.
const nowhere = { url: 'postgres://nowhere/none', role: null, poolSize: 1 };
const app = await NestFactory.create(AppModule.with(readEnvironment({}), nowhere), new FastifyAdapter(), {
  preview: true,
  logger: false,
});
const path = apiDocumentPath();
const answers = new AnswerTypes(fileURLToPath(new URL('../../../../', import.meta.url)));
const schemas = {
  ...cohortSchemas,
  ...publicContentSchemas,
  ...publicationSchemas,
  ...publishedSchemas,
  ...claimSchemas,
};
const examples = { CourseDetailController_outcome: outcomeExample };
const text = `${JSON.stringify(makeApiDocument(app, answers, examples, schemas), null, 2)}\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(path, text);
  tell('Wrote the API document.');
} else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
  tell('The API document is stale: run npm run openapi and commit it.');
  process.exitCode = 1;
}
