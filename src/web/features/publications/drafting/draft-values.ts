import { changesOf } from '../../../components/changes-of';
import { inChartOrder, inFigureOrder, USUAL_CHARTS, USUAL_FIGURES } from './choices';
import type { DraftFields, NewPublication } from '../publication';

/** A new draft until somebody chooses: inductions of all closed groups, the headline first. */
export function usualDraft(): DraftFields {
  return {
    title: '',
    slug: '',
    period: '',
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
    minimumBaseline: null,
    title: fields.title.trim(),
    slug: fields.slug.trim(),
    figures: inFigureOrder(fields.figures),
    charts: inChartOrder(fields.charts),
  };
}

/** What somebody changed of a draft; the rest is not sent, so that nobody else's change is undone. */
export function changesIn(fields: DraftFields, base: DraftFields): Partial<NewPublication> {
  const changes = changesOf(bodyFor(fields), bodyFor(base));
  // What was drafted with one before can't be published with it.
  const clears = base.minimumBaseline !== null && Object.keys(changes).length > 0;
  return clears ? { ...changes, minimumBaseline: null } : changes;
}

/** Would both be saved as the same? */
export function sayTheSame(fields: DraftFields, other: DraftFields): boolean {
  return Object.keys(changesIn(fields, fieldsOf(other))).length === 0;
}
