import { changesOf } from '../../../components/changes-of';
import { inChartOrder, inFigureOrder, USUAL_CHARTS, USUAL_FIGURES } from './choices';
import type { DraftFields, NewPublication } from '../publication';

/** A new draft until somebody chooses: inductions of the last whole year, the headline first. */
export function usualDraft(today: string): DraftFields {
  return {
    title: '',
    slug: '',
    period: String(Number(today.slice(0, 4)) - 1),
    kind: 'induction',
    indication: null,
    minimumBaseline: null,
    figures: [...USUAL_FIGURES],
    charts: [...USUAL_CHARTS],
  };
}

/** What of a publication a draft can say. */
export function fieldsOf(publication: DraftFields): DraftFields {
  const { title, slug, period, kind, indication, minimumBaseline, figures, charts } = publication;
  return { title, slug, period, kind, indication, minimumBaseline, figures, charts };
}

/** A draft as it is sent: figures and charts in the order in which they are published. */
export function bodyFor(fields: DraftFields): NewPublication {
  return {
    ...fields,
    minimumBaseline: fields.minimumBaseline as NewPublication['minimumBaseline'],
    title: fields.title.trim(),
    slug: fields.slug.trim(),
    figures: inFigureOrder(fields.figures),
    charts: inChartOrder(fields.charts),
  };
}

/** What somebody changed of a draft; the rest is not sent, so that nobody else's change is undone. */
export function changesIn(fields: DraftFields, base: DraftFields): Partial<NewPublication> {
  return changesOf(bodyFor(fields), bodyFor(base));
}

/** Would both be saved as the same? */
export function sayTheSame(fields: DraftFields, other: DraftFields): boolean {
  return Object.keys(changesIn(fields, fieldsOf(other))).length === 0;
}
