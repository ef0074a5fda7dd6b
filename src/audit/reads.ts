import { Injectable, SetMetadata, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import type { AuditAction } from '../domain/audit/actions.js';
import { AuditBufferService, type ClinicActor } from './audit-buffer.service.js';

const READS = 'reads';

/** What a route reads of patients, and which parameters of its address say whose and which part. */
interface Read {
  action: AuditAction;
  subject?: string;
  detail?: string;
}

/** This route shows something of patients: who asked is kept once it is answered. */
export const Reads = (action: AuditAction, subject?: string, detail?: string) =>
  SetMetadata(READS, { action, subject, detail } satisfies Read);

/** Keeps who read what, of the routes that say so with `@Reads`; what was refused or is not there was not read. */
@Injectable()
export class ReadsInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly buffer: AuditBufferService,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const read = this.reflector.get<Read | undefined>(READS, context.getHandler());
    if (!read) return next.handle();
    const { actor, params } = context.switchToHttp().getRequest<FastifyRequest & { actor?: ClinicActor }>();
    const named = (parameter: string | undefined) =>
      parameter === undefined ? null : (params as Record<string, string>)[parameter];
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        const subject = { subjectId: named(read.subject), detail: named(read.detail) };
        if (actor) await this.buffer.note(actor, read.action, subject);
        return answer;
      }),
    );
  }
}
