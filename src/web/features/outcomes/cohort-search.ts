import { useSearchParams } from 'wouter';
import { periodNamed } from '../../../domain/calendar/named-period';
import type { CohortChartName } from '../../../domain/charts/cohort/cohort-charts';

/** The query of an address, sent to the API unchecked: the API says what is wrong with it. */
export type Asked = Record<string, string>;

/** Chosen by nobody, a page shows inductions: a maintenance course is given to keep a result, not to reach one. */
export const USUAL_KIND = 'induction';
export const ALL_KINDS = 'all';

interface CohortSearch {
  search: URLSearchParams;
  /** Sets filters in the address, as a step of the history; null takes one out. */
  change: (changes: Record<string, string | null>) => void;
}

/** The filters of a page, kept in its address so that a view can be bookmarked and sent. */
export function useCohortSearch(): CohortSearch {
  const [search, setSearch] = useSearchParams();
  return { search, change: (changes) => setSearch(changed(search, changes)) };
}

/** What the API is asked on a day for the filters of an address: words for a period, like `last quarter`, are that day's. */
export function askedBy(search: URLSearchParams, today: string): Asked {
  const { kind = USUAL_KIND, ...rest } = Object.fromEntries(search);
  for (const name of ['period', 'against']) {
    const words = rest[name];
    if (words !== undefined) rest[name] = periodNamed(words, today) ?? words;
  }
  return kind === ALL_KINDS ? rest : { kind, ...rest };
}

/** The kind that is chosen in an address, for a field that shows it. */
export function kindIn(search: URLSearchParams): string {
  return search.get('kind') ?? USUAL_KIND;
}

/** One chart of the courses of a filter, as the API has it. */
export function chartAddress(name: CohortChartName, asked: Asked): string {
  return `/v1/cohorts/charts/${name}?${new URLSearchParams(asked).toString()}`;
}

/** Another page with the filters of this one; null leaves one out. */
export function addressOf(path: string, search: URLSearchParams, changes: Record<string, string | null> = {}): string {
  const query = changed(search, changes).toString();
  return query === '' ? path : `${path}?${query}`;
}

function changed(search: URLSearchParams, changes: Record<string, string | null>): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}
