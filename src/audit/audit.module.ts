import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditBufferService } from './audit-buffer.service.js';
import { AuditChainRepository } from './audit-chain.repository.js';
import { AuditChainService } from './audit-chain.service.js';
import { AuditChain, AuditEvent } from './audit-event.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([AuditChain, AuditEvent])],
  providers: [AuditBufferService, AuditChainRepository, AuditChainService],
  exports: [AuditBufferService, AuditChainRepository],
})
export class AuditModule {}
