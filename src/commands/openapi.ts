import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from '../app.module.js';
import { outcomeExample } from '../assessments/outcome/outcome-example.js';
import { cohortExamples } from '../cohorts/cohort-example.js';
import { readEnvironment } from '../environment.js';
import { AnswerTypes } from '../http/answer-types.js';
import { chartExample } from '../http/chart-json.js';
import { claimExample } from '../publications/claim-check/claim-check-example.js';
import { closedGroupsExample } from '../publications/groups/closed-groups-example.js';
import { draftExample, todayExample } from '../publications/publication-example.js';
import { documentExample } from '../published/documents/published-document-example.js';
import { apiDocument, makeApiDocument } from '../http/api-document.js';
import { projectRoot } from '../project-root.js';
import { tell } from '../terminal.js';

// Writes the committed API document from the built routes; with --check only says whether it is current.
const nowhere = { url: 'postgres://nowhere/none', role: null, poolSize: 1 };
const app = await NestFactory.create(AppModule.with(readEnvironment({}), nowhere), new FastifyAdapter(), {
  preview: true,
  logger: false,
});
const path = join(projectRoot, 'src/http/openapi.json');
const answers = new AnswerTypes(projectRoot);
// It comes as the first line of a stream.
answers.add('src/spreadsheets/importing/reading.dto.ts', 'ReadingResponse');
/** By operation id, where examples of the single fields would not fit together. */
const examples = {
  ...cohortExamples,
  ClaimCheckController_check: claimExample,
  CourseDetailController_outcome: outcomeExample,
  CourseDetailController_trajectory: chartExample,
  ClosedGroupsController_list: closedGroupsExample,
  ClosedGroupsController_closeAgain: closedGroupsExample,
  PublicationController_read: draftExample,
  PublicationController_today: todayExample,
  PublishedDocumentController_current: documentExample,
  PublishedDocumentController_document: documentExample,
  PublishedChartController_currentChart: chartExample,
  PublishedChartController_chart: chartExample,
};
const text = `${JSON.stringify(makeApiDocument(app, answers, examples), null, 2)}\n`;
if (!process.argv.includes('--check')) {
  for (const place of [path, apiDocument]) writeFileSync(place, text);
  tell('Wrote the API document.');
} else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
  tell('The API document is stale: run npm run openapi and commit it.');
  process.exitCode = 1;
}
