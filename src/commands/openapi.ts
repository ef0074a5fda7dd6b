import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from '../app.module.js';
import { outcomeSchemas } from '../assessments/outcome/outcome.schemas.js';
import { cohortSchemas } from '../cohorts/cohort.schemas.js';
import { readEnvironment } from '../environment.js';
import { claimSchemas } from '../publications/claim-check/claim-check.schemas.js';
import { publicContentSchemas } from '../publications/document/public-content.schemas.js';
import { publicationSchemas } from '../publications/publication.schemas.js';
import { publishedSchemas } from '../published/documents/published-document.schemas.js';
import { apiDocumentPath, makeApiDocument } from '../http/api-document.js';
import { tell } from '../serve.js';

// Writes the committed API document from the built routes; with --check only says whether it is current.
const nowhere = { url: 'postgres://nowhere/none', role: null, poolSize: 1 };
const app = await NestFactory.create(AppModule.with(readEnvironment({}), nowhere), new FastifyAdapter(), {
  preview: true,
  logger: false,
});
const path = apiDocumentPath();
const schemas = {
  ...cohortSchemas,
  ...outcomeSchemas,
  ...publicContentSchemas,
  ...publicationSchemas,
  ...publishedSchemas,
  ...claimSchemas,
};
const text = `${JSON.stringify(makeApiDocument(app, schemas), null, 2)}\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(path, text);
  tell('Wrote the API document.');
} else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
  tell('The API document is stale: run npm run openapi and commit it.');
  process.exitCode = 1;
}
