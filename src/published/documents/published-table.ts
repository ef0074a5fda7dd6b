import type { PublicFigure, PublishedDocument } from '../../domain/publication/published-document.js';
import { boundInWords } from '../../domain/publication/words.js';
import type { TableCell } from '../../http/csv-lines.js';

const COLUMNS = [
  'publication_id',
  'title',
  'clinic',
  'period_from',
  'period_to',
  'as_of',
  'set',
  'name',
  'label',
  'unit',
  'value',
  'n',
  'count',
  'ci95_from',
  'ci95_to',
  'interval',
  'estimator',
  'how_counted',
  'bound',
  'withheld_rule',
  'withheld_reason',
];

type Cells = (string | number | null)[];

/**
 * The ladder and the figures of a publication as a table, below the names of its columns: each row can be quoted alone, with
 * its publication, its n and, where it is withheld, the reason.
 */
export function publishedTable(document: PublishedDocument): TableCell[][] {
  const { id, title, clinic, period, provenance, ladder, figures } = document;
  const stem = [id, title, clinic.name, period.from, period.to, provenance.asOf];
  const rungs = ladder.map(({ name, label, count, withheld }): Cells => {
    const counted = ['ladder', name, label, 'courses', count, null, count, null, null, 'none'];
    return [...counted, 'count', label, null, withheld?.rule ?? null, withheld?.reason ?? null];
  });
  const rows = [...rungs, ...figures.map(figureCells)];
  return [COLUMNS, ...rows.map((row) => [...stem, ...row])];
}

function figureCells(figure: PublicFigure): Cells {
  const { set, name, label, unit, value, n, count, ci95, withheld, bound } = figure;
  return [
    set,
    name,
    label,
    unit,
    value,
    n,
    count,
    ...ci95,
    figure.interval,
    figure.estimator,
    figure.howCounted,
    bound ? boundInWords(bound) : null,
    withheld?.rule ?? null,
    withheld?.reason ?? null,
  ];
}
