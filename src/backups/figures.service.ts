import { Injectable } from '@nestjs/common';
import type { CohortResponse } from '../cohorts/cohort.dto.js';
import { CohortService } from '../cohorts/cohort.service.js';
import { COURSE_KINDS } from '../domain/course/record/kinds.js';
import { newId } from '../http/ids.js';
import { ClinicService } from '../staff/clinic/clinic.service.js';
import { COMMAND_LINE } from '../staff/sessions/actor.js';

/** What the cohorts of a clinic come to, all courses and those of each kind. */
export interface ClinicFigures {
  clinicId: string;
  name: string;
  cohorts: { kind: string; figures: CohortResponse }[];
}

/** Every figure of every clinic, to compare a backup with what was brought back from it. */
@Injectable()
export class FiguresService {
  constructor(
    private readonly clinics: ClinicService,
    private readonly cohorts: CohortService,
  ) {}

  /** @param at When: what counts as lost depends on the day. */
  async all(at: Date): Promise<ClinicFigures[]> {
    const found: ClinicFigures[] = [];
    for (const { id: clinicId, name } of await this.clinics.list()) {
      const requestId = `backup-${newId()}`;
      const actor = { clinicId, staffId: COMMAND_LINE, role: 'director', requestId, address: null, at } as const;
      const cohorts = [];
      for (const kind of [undefined, ...COURSE_KINDS]) {
        cohorts.push({ kind: kind ?? 'all', figures: await this.cohorts.outcome(actor, { kind }) });
      }
      found.push({ clinicId, name, cohorts });
    }
    return found;
  }
}
