import { Injectable } from '@nestjs/common';
import type { ClinicTransaction, SingleStatement } from '../../database/transaction.js';
import type { Clinic } from '../clinic/clinic.entity.js';
import type { Staff } from '../people/staff.entity.js';
import type { SecondFactorRule } from '../second-factor/required.js';
import { Session } from './session.entity.js';

/** A person with the clinic, as a session shows them. */
export interface SignedInPerson extends Pick<Staff, 'id' | 'name' | 'email' | 'role' | 'draftKey'> {
  clinicName: string;
  timeZone: string;
}

/** A session, with what the clinic wants of whatever is read in it. */
export type FoundSession = Session & Pick<Clinic, 'strictAudit'>;

/** Who is signed in. The table is global: a request shows a token before its clinic is known. */
@Injectable()
export class SessionRepository {
  async insert({ manager }: ClinicTransaction, session: Session): Promise<void> {
    await manager.insert(Session, session);
  }

  async find({ pipeline }: SingleStatement, tokenHash: Buffer): Promise<FoundSession | null> {
    const [session] = await pipeline.query<FoundSession>(FIND, [tokenHash]);
    return session ?? null;
  }

  /** What a session shows of a person and the clinic: nothing of the password. */
  async findPerson({ pipeline, clinicId }: ClinicTransaction, id: string): Promise<SignedInPerson | null> {
    const [person] = await pipeline.query<SignedInPerson>(SIGNED_IN, [clinicId, id]);
    return person ?? null;
  }

  async touch({ pipeline }: SingleStatement, tokenHash: Buffer, at: Date): Promise<void> {
    const touched = `UPDATE session SET last_seen_at = $2, created_at = least(created_at, $2) WHERE token_hash = $1`;
    await pipeline.query(touched, [tokenHash, at]);
  }

  /** Notes that a second factor was shown, was set up or is gone. */
  async noteFactor(
    { manager, clinicId }: ClinicTransaction,
    id: string,
    change: Pick<Session, 'verifiedAt'> & Partial<Pick<Session, 'enrolling'>>,
  ): Promise<void> {
    await manager.update(Session, { clinicId, id }, change);
  }

  /**
   * Another rule of the clinic holds for who is signed in, too. Not in one statement: where tables are spread over nodes, one that
   * changes a table of no clinic and looks into another can change nothing, without an error. Who sets a factor up meanwhile
   * waits for the first statement or is seen by the second.
   */
  async requireOf({ pipeline, clinicId }: ClinicTransaction, rule: SecondFactorRule): Promise<void> {
    await pipeline.query(REQUIRE, [clinicId, rule]);
    const having = await pipeline.query<{ staffId: string }>(HAVE_FACTOR, [clinicId]);
    const staffIds = having.map(({ staffId }) => staffId);
    await pipeline.query(RELEASE, [clinicId, staffIds]);
  }

  async deleteOf({ manager, clinicId }: ClinicTransaction, staffId: string): Promise<void> {
    await manager.delete(Session, { clinicId, staffId });
  }

  /** All sessions of a person but one. */
  async deleteOthers({ pipeline, clinicId }: ClinicTransaction, staffId: string, keptId: string): Promise<void> {
    const others = `DELETE FROM session WHERE clinic_id = $1 AND staff_id = $2 AND id <> $3`;
    await pipeline.query(others, [clinicId, staffId, keptId]);
  }

  /** One session of a person; whether there was one. */
  async deleteOne({ pipeline, clinicId }: ClinicTransaction, staffId: string, id: string): Promise<boolean> {
    const one = `DELETE FROM session WHERE clinic_id = $1 AND staff_id = $2 AND id = $3 RETURNING id`;
    return (await pipeline.query(one, [clinicId, staffId, id])).length === 1;
  }

  /** The sessions of a person, last used first, those that have ended and are not cleared away yet among them. */
  async listOf({ pipeline }: SingleStatement, clinicId: string, staffId: string): Promise<Session[]> {
    return pipeline.query<Session>(
      `SELECT ${COLUMNS} FROM session WHERE clinic_id = $1 AND staff_id = $2 ORDER BY last_seen_at DESC, id DESC`,
      [clinicId, staffId],
    );
  }

  async deleteEnded({ manager }: ClinicTransaction, idleSince: Date, createdBefore: Date): Promise<void> {
    await manager.query(`DELETE FROM session WHERE last_seen_at < $1 OR created_at < $2`, [idleSince, createdBefore]);
  }
}

const SIGNED_IN = `
  SELECT s.id, s.name, s.email, s.role, s.draft_key AS "draftKey", clinic.name AS "clinicName", clinic.time_zone AS "timeZone"
  FROM staff s JOIN clinic ON clinic.id = $1 WHERE s.clinic_id = $1 AND s.id = $2`;

const COLUMNS = `token_hash AS "tokenHash", session.id, clinic_id AS "clinicId", staff_id AS "staffId", role, device,
  session.created_at AS "createdAt", last_seen_at AS "lastSeenAt", verified_at AS "verifiedAt", enrolling`;

const FIND = `
  SELECT ${COLUMNS}, clinic.strict_audit AS "strictAudit"
  FROM session JOIN clinic ON clinic.id = session.clinic_id WHERE token_hash = $1`;

const REQUIRE = `
  UPDATE session SET enrolling = $2 = 'everybody' OR ($2 = 'directors' AND role = 'director') WHERE clinic_id = $1`;

const HAVE_FACTOR = `
  SELECT staff_id AS "staffId" FROM second_factor WHERE clinic_id = $1 AND confirmed_at IS NOT NULL
  UNION SELECT staff_id FROM passkey WHERE clinic_id = $1`;

const RELEASE = `UPDATE session SET enrolling = false WHERE clinic_id = $1 AND enrolling AND staff_id = ANY ($2)`;
