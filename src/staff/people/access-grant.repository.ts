import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../../database/transaction.js';
import { newId } from '../../http/ids.js';
import { COMMAND_LINE, type Role } from '../sessions/actor.js';
import { AccessGrant, type GrantKind } from './access-grant.entity.js';

/** A grant with the name of who made it; null for the person who runs the server. */
export interface NamedGrant {
  staffId: string;
  kind: GrantKind;
  madeByName: string | null;
  madeAt: Date;
  takenUpAt: Date;
}

/** What is known of a grant when it is taken up. */
export interface NewGrant extends Pick<AccessGrant, 'kind' | 'madeBy' | 'madeAt' | 'takenUpAt' | 'requestId'> {
  staff: { id: string; role: Role };
}

/** In SQL: does a row of `access_grant`, called `g`, give access? Who removes a link to the identity provider gives none. */
export const GIVES_ACCESS = `g.kind <> 'sso-removal'`;

const NAMED = `SELECT g.id, g.staff_id AS "staffId", g.kind, maker.name AS "madeByName", g.made_at AS "madeAt",
    g.taken_up_at AS "takenUpAt"
  FROM access_grant g LEFT JOIN staff maker ON maker.clinic_id = $1 AND maker.id = g.made_by
  WHERE g.clinic_id = $1`;

/** By whom people came to their access. */
@Injectable()
export class AccessGrantRepository {
  async insert({ manager, clinicId }: ClinicTransaction, { staff, madeBy, ...grant }: NewGrant): Promise<void> {
    const maker = madeBy === COMMAND_LINE ? null : madeBy;
    await manager.insert(AccessGrant, {
      ...grant,
      clinicId,
      id: newId(),
      staffId: staff.id,
      role: staff.role,
      madeBy: maker,
    });
  }

  /** Those of one person, latest first. */
  async listOf({ manager, clinicId }: ClinicTransaction, staffId: string, limit: number): Promise<NamedGrant[]> {
    return manager.query<NamedGrant[]>(`${NAMED} AND g.staff_id = $2 ORDER BY g.taken_up_at DESC, g.id DESC LIMIT $3`, [
      clinicId,
      staffId,
      limit,
    ]);
  }

  /** The latest of each person. */
  async latest({ manager, clinicId }: ClinicTransaction): Promise<Map<string, NamedGrant>> {
    const rows = await manager.query<NamedGrant[]>(
      `SELECT DISTINCT ON ("staffId") * FROM (${NAMED}) named ORDER BY "staffId", "takenUpAt" DESC, id DESC`,
      [clinicId],
    );
    return new Map(rows.map((row) => [row.staffId, row]));
  }
}
