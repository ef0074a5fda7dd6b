import type { Schemas } from '../../api/client';

/** What a draft can say of a publication. */
export type DraftFields = Pick<
  Schemas['PublicationResponse'],
  'title' | 'slug' | 'period' | 'kind' | 'indication' | 'minimumBaseline' | 'figures' | 'charts'
>;

/** The same as it is sent, from closed lists. */
export type NewPublication = Schemas['NewPublication'];

export type SavedPublication = Schemas['PublicationResponse'];
export type ListedPublication = Schemas['ListedPublicationResponse'];
export type Publication = Schemas['PublicationDetailResponse'];
export type PublicContent = Schemas['PublicContent'];
export type PublicChart = Schemas['PublicChart'];
export type PublicFigure = Schemas['PublicFigure'];
export type Refusal = Schemas['Refusal'];

/** What can be published of a cohort. */
export type ClosedGroups = Schemas['ClosedGroupsResponse'];

/** A publication beside what it would say today. */
export type Aging = Schemas['PublicationTodayResponse'];
