import { Injectable } from '@nestjs/common';
import { TransactionService } from '../../database/transaction.service.js';
import { STARTERS } from '../../domain/cohort/groups/groups.js';
import { Members } from '../../domain/cohort/groups/members.js';
import { closedAgain } from '../../domain/disclosure/closed-again.js';
import {
  LEAST_COMPLETERS,
  LEAST_STARTERS,
  personsOf,
  type FillingGroup,
  type Lacking,
} from '../../domain/disclosure/closed-groups.js';
import { isSame, type PublicCohort } from '../../domain/disclosure/public-cohort.js';
import type { PublicGroupOf, PublicGroups } from '../../domain/disclosure/public-groups.js';
import { periodOfGroups } from '../../domain/publication/period-choice.js';
import { publicContent } from '../../domain/publication/public-content.js';
import { PUBLISHABLE_FIGURES } from '../../domain/publication/publishable.js';
import { withoutNumbers } from '../../domain/publication/without-numbers.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { besideOf } from '../drafting/refusals.js';
import { closeAgainState } from './close-again.service.js';
import type {
  ClosedGroupResponse,
  ClosedGroupsQuery,
  ClosedGroupsResponse,
  FillingGroupResponse,
  GroupChoice,
} from './closed-groups.dto.js';
import { ClosedGroupsService, groupsOf } from './closed-groups.service.js';

/** What can be published, before anybody drafts it. Who only drafts sees no number of it. */
@Injectable()
export class PublicChoicesService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly closedGroups: ClosedGroupsService,
  ) {}

  async read({ clinicId, role, at }: Actor, query: ClosedGroupsQuery): Promise<ClosedGroupsResponse> {
    const cohort: PublicCohort = { kind: query.kind ?? null, indication: query.indication ?? null };
    const clinic = await this.transactions.run(clinicId, (transaction) => this.closedGroups.load(transaction, at));
    const found = groupsOf(clinic, cohort, clinic.edition);
    const isDirector = role === 'director';
    const since = isDirector ? closedAgain(clinic.frozen, clinic.now) : [];
    const sinceOf = ({ from }: PublicGroupOf) => {
      const drift = since.find((group) => group.from === from && isSame(group.cohort, cohort));
      return drift ? { changed: drift.changed, renewal: drift.renewal } : null;
    };
    const { edition } = clinic;
    const common = {
      asOf: at.toISOString(),
      cohort,
      edition,
      closeAgain: isDirector ? closeAgainState(clinic, since) : null,
    };
    if ('clashing' in found) {
      const refusal = { rule: 'cohort' as const, reason: besideOf(found.clashing), periods: [] };
      return { ...common, groups: [], filling: null, choices: [], refusal };
    }
    return {
      ...common,
      groups: found.groups.map((group) => ({ ...toGroup(group, isDirector), since: sinceOf(group) })),
      filling: found.filling && toFilling(found.filling, isDirector),
      choices: choicesOf(found, { cohort, edition, isDirector }),
      refusal: null,
    };
  }
}

function toGroup(
  { from, to, closedOn, courses }: PublicGroupOf,
  isDirector: boolean,
): Omit<ClosedGroupResponse, 'since'> {
  const starters = isDirector ? personsOf(new Members(courses).of(STARTERS)) : null;
  return { from, to, period: periodOfGroups([{ from, to }]), starters, closedOn };
}

/** Of these anybody may know; whether everybody responded is for directors. */
const KNOWN: readonly Lacking[] = ['starters', 'completers', 'apart'];

function toFilling({ lacking, ...filling }: FillingGroup, isDirector: boolean): FillingGroupResponse {
  const told = isDirector ? lacking : lacking.filter((each) => KNOWN.includes(each));
  return { ...filling, lacking: told, startersNeeded: LEAST_STARTERS, completersNeeded: LEAST_COMPLETERS };
}

function choicesOf(
  { groups, widest }: PublicGroups,
  { cohort, edition, isDirector }: { cohort: PublicCohort; edition: number; isDirector: boolean },
): GroupChoice[] {
  const single = groups.map((group) => [group]).reverse();
  return [...(groups.length > 1 ? [groups] : []), ...single].map((some) => {
    const period = periodOfGroups(some);
    const request = { period, cohort, figures: PUBLISHABLE_FIGURES, charts: [] };
    const content = publicContent(request, { groups: some, edition, isWidest: isSame(cohort, widest.cohort) });
    return { period, figures: (isDirector ? content : withoutNumbers(content)).figures };
  });
}
