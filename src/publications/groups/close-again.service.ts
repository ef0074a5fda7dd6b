import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../audit/audit-event.repository.js';
import { sealOfGroups } from '../../audit/sealed-records.repository.js';
import { Clock } from '../../clock.js';
import { TransactionService } from '../../database/transaction.service.js';
import { addDays } from '../../domain/calendar/calendar.js';
import { closedAgain, type GroupSince } from '../../domain/disclosure/closed-again.js';
import { Problem } from '../../http/problem.js';
import { lockClinic } from '../../staff/clinic/clinic-lock.repository.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { ClosedGroupRepository } from './closed-group.repository.js';
import { ClosedGroupsService, type ClinicGroups } from './closed-groups.service.js';
import type { ClosedGroupsQuery, CloseAgainState } from './closed-groups.dto.js';

const A_YEAR = 365;

/** Closes all groups again, so that publications from then on count the courses as they are now. */
@Injectable()
export class CloseAgainService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly clock: Clock,
    private readonly repository: ClosedGroupRepository,
    private readonly closedGroups: ClosedGroupsService,
  ) {}

  /** @returns Of which cohort the groups are to be shown. @throws Problem 409 where too little changed. */
  async closeAgain(actor: Actor): Promise<ClosedGroupsQuery> {
    return this.transactions.run(actor.clinicId, async (transaction) => {
      // Neither an approval nor another closing goes on meanwhile.
      await lockClinic(transaction);
      const clinic = await this.closedGroups.load(transaction, this.clock.now());
      const since = closedAgain(clinic.frozen, clinic.now);
      const { why } = closeAgainState(clinic, since);
      if (why !== null) throw new Problem('conflict', why);
      const next = { edition: clinic.edition + 1, closedOn: clinic.now.today };
      const renewed = since.filter(({ renewal }) => renewal === 'renewed');
      await this.repository.insert(
        transaction,
        renewed.map((group) => ({ ...group, ...next })),
        actor.requestId,
      );
      const recordHash = await sealOfGroups(transaction, actor.requestId);
      await recordEvent(transaction, actor, 'publication.groups-closed', {
        detail: `edition ${next.edition}`,
        recordHash,
      });
      const { kind, indication } = clinic.frozen[0]?.cohort ?? {};
      return { kind: kind ?? undefined, indication: indication ?? undefined };
    });
  }
}

/** May all groups be closed again, and if not, why not? */
export function closeAgainState({ frozen, edition, now }: ClinicGroups, since: readonly GroupSince[]): CloseAgainState {
  const has = (renewal: GroupSince['renewal']) => since.some((group) => group.renewal === renewal);
  const [begun = now.today] = frozen.flatMap((group) => (group.edition === edition ? [group.closedOn] : [])).sort();
  const later = addDays(begun, A_YEAR);
  if (!has('renewed') && !has('kept')) return { allowed: false, why: 'Nothing that is published has changed.' };
  if (!has('renewed')) return { allowed: false, why: TOO_FEW };
  if (has('kept') && now.today < later) {
    const why = `In some of the changed groups fewer than 11 patients changed. From ${later} on the others are closed again without them.`;
    return { allowed: false, why };
  }
  return { allowed: true, why: null };
}

const TOO_FEW =
  'In each of the changed groups fewer than 11 patients changed in what is published, so the difference could reveal ' +
  'something about them. A wrong number that matters is withdrawn with its reason.';
