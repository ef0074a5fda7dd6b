import { Injectable } from '@nestjs/common';
import { PublicCoursesService } from '../../cohorts/public-courses.service.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { ofEdition, type FrozenGroup } from '../../domain/disclosure/frozen-groups.js';
import type { PublicCohort } from '../../domain/disclosure/public-cohort.js';
import { publicGroups, toFreeze, type CoursesToday, type PublicGroups } from '../../domain/disclosure/public-groups.js';
import { ClosedGroupRepository } from './closed-group.repository.js';

/** Every frozen group of the clinic, and its courses as they are now. */
export interface ClinicGroups {
  /** Of every edition. */
  frozen: FrozenGroup[];
  edition: number;
  now: CoursesToday;
}

/** The closed groups of a cohort: frozen once something of them is public, until then computed of the courses as they are. */
@Injectable()
export class ClosedGroupsService {
  constructor(
    private readonly courses: PublicCoursesService,
    private readonly repository: ClosedGroupRepository,
  ) {}

  async load(transaction: ClinicTransaction, at: Date): Promise<ClinicGroups> {
    const frozen = await this.repository.list(transaction);
    const { concluded, ...now } = await this.courses.read(transaction, at);
    const counted = concluded.map((course) => ({ ...course, postSeries: null }));
    const edition = Math.max(1, ...frozen.map((group) => group.edition));
    return { frozen, edition, now: { ...now, concluded: counted } };
  }

  /** Freezes the groups of a cohort, and those of the widest one that they are made of, up to a quarter. */
  async freeze(
    transaction: ClinicTransaction,
    { frozen, edition, now: { today: closedOn } }: ClinicGroups,
    { cohort, last, groups }: { cohort: PublicCohort; last: string; groups: PublicGroups },
    requestId: string,
  ): Promise<void> {
    await this.repository.insert(transaction, toFreeze(cohort, groups, { frozen, last, edition, closedOn }), requestId);
  }
}

/** The groups of a cohort as they were in an edition of the clinic, and those that closed since. */
export function groupsOf({ frozen, now }: ClinicGroups, cohort: PublicCohort, edition: number) {
  return publicGroups(cohort, ofEdition(frozen, edition), now);
}
