import { Injectable } from '@nestjs/common';
import { calendarDateIn } from '../../clock.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { notFound } from '../../http/problem.js';
import type { Actor } from '../sessions/actor.js';
import { StaffRepository } from '../people/staff.repository.js';

/** The clinic's own calendar: its zone decides which day it is. */
@Injectable()
export class ClinicCalendarService {
  constructor(private readonly staff: StaffRepository) {}

  /** Today in the clinic, on the server's clock, as an ISO date. */
  async today(transaction: ClinicTransaction, { at }: Pick<Actor, 'at'>): Promise<string> {
    const timeZone = await this.staff.findTimeZone(transaction);
    if (timeZone === null) throw notFound('clinic');
    return calendarDateIn(timeZone, at);
  }
}
