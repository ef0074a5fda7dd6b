import { Injectable } from '@nestjs/common';
import type { ClinicTransaction, SingleStatement } from '../../database/transaction.js';
import { ApiToken, ApiTokenSecret } from './api-token.entity.js';

/** A token with what its page says of it. */
export interface NamedToken extends ApiToken {
  createdByName: string | null;
  /** Whether the person who was shown it can still sign in. */
  createdByActive: boolean;
}

/** A token that came with a request, and the account that it is of. */
export interface ShownToken extends Pick<
  ApiToken,
  'id' | 'staffId' | 'hint' | 'scopes' | 'expiresAt' | 'lastUsedAt' | 'revokedAt'
> {
  accountStatus: 'active' | 'deactivated';
  /** Whether the clinic wants what is read written down first. */
  strictAudit: boolean;
}

/** Tokens of a clinic, and which token a secret is. */
@Injectable()
export class ApiTokenRepository {
  async insert({ manager }: ClinicTransaction, token: ApiToken, tokenHash: Buffer): Promise<void> {
    const { clinicId, id: tokenId } = token;
    await manager.insert(ApiToken, token);
    await manager.insert(ApiTokenSecret, { tokenHash, clinicId, tokenId });
  }

  /** Those of all accounts, latest first. */
  async list({ manager, clinicId }: ClinicTransaction): Promise<NamedToken[]> {
    return manager.query<NamedToken[]>(LIST, [clinicId]);
  }

  /** The token, kept from changing until the transaction ends. */
  async findLocked({ manager, clinicId }: ClinicTransaction, id: string): Promise<ApiToken | null> {
    return manager.findOne(ApiToken, { where: { clinicId, id }, lock: { mode: 'pessimistic_write' } });
  }

  async revoke({ manager, clinicId }: ClinicTransaction, id: string, by: string, at: Date): Promise<void> {
    await manager.update(ApiToken, { clinicId, id }, { revokedAt: at, revokedBy: by });
  }

  /** Whose a secret is; null where it is nobody's. */
  async locate(
    { pipeline }: SingleStatement,
    tokenHash: Buffer,
  ): Promise<Pick<ApiTokenSecret, 'clinicId' | 'tokenId'> | null> {
    const [found] = await pipeline.query<ApiTokenSecret>(LOCATE, [tokenHash]);
    return found ?? null;
  }

  async findShown({ pipeline, clinicId }: ClinicTransaction, id: string): Promise<ShownToken | null> {
    const [found] = await pipeline.query<ShownToken>(SHOWN, [clinicId, id]);
    return found ?? null;
  }

  async touch({ pipeline, clinicId }: ClinicTransaction, id: string, at: Date): Promise<void> {
    await pipeline.query(`UPDATE api_token SET last_used_at = $3 WHERE clinic_id = $1 AND id = $2`, [clinicId, id, at]);
  }
}

const COLUMNS = `t.id, t.staff_id AS "staffId", t.hint, t.scopes, t.expires_at AS "expiresAt",
    t.last_used_at AS "lastUsedAt", t.revoked_at AS "revokedAt"`;

const LIST = `
  SELECT ${COLUMNS}, t.created_at AS "createdAt", maker.name AS "createdByName",
    coalesce(maker.status = 'active', true) AS "createdByActive"
  FROM api_token t LEFT JOIN staff maker ON maker.clinic_id = $1 AND maker.id = t.created_by
  WHERE t.clinic_id = $1 ORDER BY t.created_at DESC, t.id DESC`;

const LOCATE = `SELECT clinic_id AS "clinicId", token_id AS "tokenId" FROM api_token_secret WHERE token_hash = $1`;

const SHOWN = `
  SELECT ${COLUMNS}, account.status AS "accountStatus", clinic.strict_audit AS "strictAudit"
  FROM api_token t JOIN clinic ON clinic.id = $1 JOIN staff account ON account.clinic_id = $1 AND account.id = t.staff_id
  WHERE t.clinic_id = $1 AND t.id = $2`;
