import { Injectable } from '@nestjs/common';
import { ReportTransactionService } from '../database/report-transaction.service.js';
import { funnelChart } from '../domain/charts/cohort/funnel.js';
import { funnelOf, type UnitStarters } from '../domain/cohort/differences/funnel.js';
import { DEFINITIONS_VERSION } from '../domain/cohort/outcomes.js';
import { isConcluded, statusBy } from '../domain/course/judgement/status.js';
import { INDICATIONS, type Indication } from '../domain/course/record/indications.js';
import { ClinicCalendarService } from '../staff/clinic/clinic-calendar.service.js';
import type { Actor } from '../staff/sessions/actor.js';
import { filterOf } from './cohort-filter.js';
import type { DifferencesQuery, DifferencesResponse } from './differences.dto.js';
import { DifferencesRepository, type AlikeStarters } from './differences.repository.js';

/** Whether clinicians, or indications, differ by more than chance. */
@Injectable()
export class DifferencesService {
  constructor(
    private readonly reports: ReportTransactionService,
    private readonly repository: DifferencesRepository,
    private readonly calendar: ClinicCalendarService,
  ) {}

  /** @throws Problem 422 for a filter that can't be. */
  async differences(actor: Actor, { by, ...query }: DifferencesQuery): Promise<DifferencesResponse> {
    const filter = filterOf(query);
    const { answer, asOf } = await this.reports.run(actor.clinicId, async (transaction) => {
      const today = await this.calendar.today(transaction, actor);
      return this.repository.startersBy(transaction, by, filter, today);
    });
    const starters = answer.filter(isOver).map((alike): UnitStarters => ({ ...alike, unit: nameOf(alike.unit) }));
    const chart = funnelChart(funnelOf(starters), by);
    return { ...chart, asOf: asOf.toISOString(), filter, definitionsVersion: DEFINITIONS_VERSION, by };
  }
}

function isOver({ sixth, ...facts }: AlikeStarters): boolean {
  return isConcluded(statusBy({ ...facts, sixthTotal: sixth }));
}

function nameOf(unit: string | null): string {
  if (unit === null) return 'No clinician';
  return Object.hasOwn(INDICATIONS, unit) ? INDICATIONS[unit as Indication] : unit;
}
