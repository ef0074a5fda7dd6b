import {
  Injectable,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { tap, type Observable } from 'rxjs';
import { CacheInvalidationService } from './cache-invalidation.service.js';

@Injectable()
class CacheInvalidationInterceptor implements NestInterceptor {
  constructor(private readonly cache: CacheInvalidationService) {}

  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(tap(() => this.cache.invalidate()));
  }
}

/** A route that changes what anybody may read: once it has answered, the public side shows the change. */
export const InvalidatesPublicCache = () => UseInterceptors(CacheInvalidationInterceptor);
