import { WORKBOOK_TYPE } from '../../drawing/workbook-chunks.js';
import { ANALYSIS_SETS } from '../../domain/cohort/sets.js';
import type { PublicFigure, PublishedDocument } from '../../domain/publication/published-document.js';
import { basisInWords } from './words.js';

const UNIT_TEXTS = { percent: '%', points: 'points', standardDeviations: 'SD' } as const;

/**
 * A publication as https://schema.org/Dataset, for those who search for data. A withheld figure is no variable of it.
 * @param base Where the service is reached, or nothing where that is not known.
 */
export function datasetOf(document: PublishedDocument, base: string): object {
  const { id, slug, title, clinic, period, sentences, caveats, figures, approval } = document;
  const words = [...sentences.map(({ text }) => text), ...caveats].join(' ');
  const organization = { '@type': 'Organization', name: clinic.name };
  const snapshot = `${base}/v1/published/snapshots/${id}`;
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: title,
    description: words,
    url: `${base}/published/${slug}`,
    identifier: id,
    version: document.hash,
    creator: organization,
    publisher: organization,
    datePublished: approval.at,
    temporalCoverage: `${period.from}/${period.to}`,
    measurementTechnique: 'Clinically Useful Depression Outcome Scale (CUDOS), 0-64, self-report',
    isAccessibleForFree: true,
    variableMeasured: figures.filter(({ withheld }) => withheld === null).map(variableOf),
    distribution: [
      { '@type': 'DataDownload', encodingFormat: 'application/json', contentUrl: snapshot },
      { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: `${snapshot}.csv` },
      { '@type': 'DataDownload', encodingFormat: WORKBOOK_TYPE, contentUrl: `${snapshot}.xlsx` },
    ],
  };
}

function variableOf(figure: PublicFigure): object {
  const { set, label, value, unit, howCounted, name } = figure;
  return {
    '@type': 'PropertyValue',
    propertyID: `${set}.${name}`,
    name: `${label} (${ANALYSIS_SETS[set].label.toLowerCase()})`,
    value,
    unitText: UNIT_TEXTS[unit],
    description: `${basisInWords(figure)}. ${howCounted}`,
  };
}
