import { addDays, daysBetween } from '../../domain/calendar/calendar';
import type { Schemas } from '../api/client';
import { noteCutOff } from '../api/connection';
import { dateFormat } from '../components/dates';
import { dropKeptSession, readKeptSession } from '../device/kept-session';
import { lastUse } from './expiry';
import { isEndOwed } from './owed-end';

type Session = Schemas['SessionResponse'];

const SECOND = 1000;
const A_DAY = 24 * 60 * 60 * SECOND;

/**
 * Who was signed in when the service answered last, where the session would not have ended since: by its length, because
 * nobody used it for too long, or after a day. Null, and nothing kept any more, where it would have.
 */
export async function sessionWithoutConnection(): Promise<Session | null> {
  const kept = await readKeptSession<Session>().catch(() => null);
  if (kept === null || isEndOwed()) return null;
  const { session, at } = kept;
  const now = Date.now();
  const idle = Math.abs(now - lastUse());
  if (Math.abs(now - at) > longestOf(session) || idle > session.idleSeconds * SECOND) {
    await dropKeptSession().catch(() => undefined);
    return null;
  }
  noteCutOff(at);
  return sessionLater(session, at);
}

/** For so many milliseconds after the service's answer a session opens pages without a connection. */
export function longestOf({ latestSeconds }: Session): number {
  return Math.min(A_DAY, latestSeconds * SECOND);
}

/** A session now, as it was answered before, where nothing answers. @param at when it was answered, in milliseconds. */
export function sessionLater(session: Session, at: number): Session {
  const now = Date.now();
  const latestSeconds = Math.max(0, session.latestSeconds - Math.ceil(Math.abs(now - at) / SECOND));
  const { clinic } = session;
  return { ...session, latestSeconds, clinic: { ...clinic, today: todayAfter(clinic, at, now) } };
}

/** The clinic's day by the service's word then, and the days that began on this device's clock since. */
function todayAfter({ today, timeZone }: Session['clinic'], then: number, now: number): string {
  const dayAt = (instant: number) => dateFormat('en-CA', { timeZone }).format(instant);
  return addDays(today, daysBetween(dayAt(then), dayAt(now)));
}
