import { Injectable } from '@nestjs/common';
import { calendarDateIn } from '../../clock.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { notFound } from '../../http/problem.js';
import type { Actor } from '../sessions/actor.js';
import { StaffRepository, type ClinicCalendar } from '../people/staff.repository.js';

/** A day in a clinic, and in which rhythm it plans visits. */
export interface ClinicDay extends Omit<ClinicCalendar, 'timeZone'> {
  /** Today's calendar date there. */
  today: string;
}

/** The clinic's own calendar: its zone decides which day it is. */
@Injectable()
export class ClinicCalendarService {
  constructor(private readonly staff: StaffRepository) {}

  /** Today in the clinic, on the server's clock, as an ISO date. */
  async today(transaction: ClinicTransaction, actor: Pick<Actor, 'at'>): Promise<string> {
    return (await this.day(transaction, actor)).today;
  }

  async day(transaction: ClinicTransaction, { at }: Pick<Actor, 'at'>): Promise<ClinicDay> {
    const calendar = await this.staff.findCalendar(transaction);
    if (calendar === null) throw notFound('clinic');
    const { timeZone, ...rhythms } = calendar;
    return { today: calendarDateIn(timeZone, at), ...rhythms };
  }
}
