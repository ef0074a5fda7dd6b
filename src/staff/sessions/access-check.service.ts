import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS, type Access } from './access.js';

/** Deny by default: the service does not start while a route has not said who may call it. */
@Injectable()
export class AccessCheckService implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const silent = this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      const prototype = Object.getPrototypeOf(instance ?? {}) as Record<string, () => unknown>;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((name) => Reflect.hasMetadata('path', prototype[name] ?? {}))
        .filter((name) => !this.reflector.get<Access | undefined>(ACCESS, prototype[name]!))
        .map((name) => `${metatype?.name ?? 'a controller'}.${name}`);
    });
    if (silent.length === 0) return;
    throw new Error(`Routes without @Roles or @Public: ${silent.join(', ')}.`);
  }
}
