import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuditBufferService } from '../../audit/audit-buffer.service.js';
import { Clock } from '../../clock.js';
import { Environment } from '../../environment.js';
import { sourceOf } from '../../http/incoming/client-address.js';
import { Problem } from '../../http/problem.js';
import { bearerTokenOf, TokenAccessService } from '../tokens/token-access.service.js';
import { ACCESS, factorFault, scopeOf, type Access, type SignedInRequest } from './access.js';
import { readSessionCookie } from './session-cookie.js';
import { SessionService } from './session.service.js';

/** The guard of every route: lets in the roles and the scope of tokens that the route names, and nobody where it names none. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
    private readonly clock: Clock,
    private readonly environment: Environment,
    private readonly audit: AuditBufferService,
    private readonly tokens: TokenAccessService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const bearer = bearerTokenOf(request);
    if (bearer !== null) {
      request.actor = await this.tokens.actorOf(bearer, scopeOf(this.reflector, context.getHandler()), request);
      return true;
    }
    await this.letIn(context, access, request);
    return true;
  }

  /** A person, by the session of the cookie. */
  private async letIn(context: ExecutionContext, access: Access | undefined, request: SignedInRequest): Promise<void> {
    const token = readSessionCookie(request, this.environment);
    const session = token ? await this.sessions.find(token) : null;
    if (!session) {
      throw new Problem('not-signed-in', 'Please sign in: there is no session, or it has ended. Nothing was saved.');
    }
    const { clinicId, staffId, role, strictAudit } = session;
    const actor = { clinicId, staffId, role, strictAudit, ...sourceOf(request), at: this.clock.now() };
    if (!access?.includes(role)) {
      const { method, routeOptions } = request;
      await this.audit.note(actor, 'request.refused', { detail: `${method} ${routeOptions.url ?? ''}` });
      throw new Problem('not-allowed', `This is not open to the role ${role}.`);
    }
    const fault = factorFault(this.reflector, context.getHandler(), session, actor.at);
    if (fault) throw fault;
    request.actor = actor;
    request.session = this.sessions.live(session);
  }
}
