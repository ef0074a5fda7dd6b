import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AuditBufferService } from '../../audit/audit-buffer.service.js';
import { Clock } from '../../clock.js';
import { TransactionService } from '../../database/transaction.service.js';
import { sourceOf } from '../../http/incoming/client-address.js';
import { Problem } from '../../http/problem.js';
import { hashOfSecret } from '../links/token.js';
import type { Actor } from '../sessions/actor.js';
import { ApiTokenRepository, type ShownToken } from './api-token.repository.js';
import { API_SCOPES, type ApiScope } from './scopes.js';
import { tokenState, type TokenState } from './token-state.js';
import { isApiToken } from './token-text.js';

const NOTE_EVERY = 60_000;

const WHY: Record<Exclude<TokenState, 'valid'>, string> = {
  expired: 'This token has expired.',
  revoked: 'This token was revoked.',
  deactivated: 'The system account of this token is deactivated.',
};

/** Who asks with a token, and what the token opens. */
@Injectable()
export class TokenAccessService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly tokens: ApiTokenRepository,
    private readonly clock: Clock,
    private readonly audit: AuditBufferService,
  ) {}

  /**
   * The system account of a token, with the role that the scope of a route is a part of.
   * @param scope What the route asks for; undefined where no token opens it.
   * @throws Problem 401 for a token that is not taken, 403 for one without the scope.
   */
  async actorOf(text: string, scope: ApiScope | undefined, request: FastifyRequest): Promise<Actor> {
    const at = this.clock.now();
    const found = isApiToken(text) ? await this.find(text) : null;
    if (!found) throw refused('This is no token of this service. Was it cut or mistyped?');
    const { clinicId, token } = found;
    const actor = { clinicId, staffId: token.staffId, ...sourceOf(request), at };
    const state = tokenState(token, at);
    if (state !== 'valid') {
      await this.audit.note(actor, 'api-token.refused', { detail: `${token.hint} ${state}` });
      throw refused(`${WHY[state]} Nothing was saved. A director makes a new one under Settings.`);
    }
    await this.noteUse(clinicId, token, at);
    if (scope !== undefined && token.scopes.includes(scope)) {
      return { ...actor, role: API_SCOPES[scope], strictAudit: token.strictAudit };
    }
    const { method, routeOptions } = request;
    await this.audit.note(actor, 'request.refused', { detail: `${method} ${routeOptions.url ?? ''}` });
    throw withoutScope(scope);
  }

  private async find(text: string): Promise<{ clinicId: string; token: ShownToken } | null> {
    const hash = hashOfSecret(text);
    const place = await this.transactions.runGlobalOnce((transaction) => this.tokens.locate(transaction, hash));
    if (!place) return null;
    const { clinicId, tokenId } = place;
    const token = await this.transactions.run(clinicId, (transaction) =>
      transaction.pipeline.finish(() => this.tokens.findShown(transaction, tokenId)),
    );
    return token && { clinicId, token };
  }

  /** At most once a minute, so that a program that asks often writes little. */
  private async noteUse(clinicId: string, { id, lastUsedAt }: ShownToken, at: Date): Promise<void> {
    if (lastUsedAt !== null && at.getTime() - lastUsedAt.getTime() < NOTE_EVERY) return;
    await this.transactions.run(clinicId, (transaction) =>
      transaction.pipeline.finish(() => this.tokens.touch(transaction, id, at)),
    );
  }
}

/** The token that came with a request; null where none did. */
export function bearerTokenOf({ headers }: Pick<FastifyRequest, 'headers'>): string | null {
  return /^bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}

// RFC 6750: what was wrong with a token is said in the header too.
function refused(detail: string): Problem {
  return new Problem(
    'not-signed-in',
    detail,
    {},
    { 'www-authenticate': 'Bearer realm="cudos", error="invalid_token"' },
  );
}

function withoutScope(scope: ApiScope | undefined): Problem {
  if (scope === undefined) return new Problem('not-allowed', 'No token opens this; people do, signed in.');
  const challenge = `Bearer realm="cudos", error="insufficient_scope", scope="${scope}"`;
  const detail = `The token has not the scope ${scope}. A director makes one that has, under Settings.`;
  return new Problem('not-allowed', detail, {}, { 'www-authenticate': challenge });
}
