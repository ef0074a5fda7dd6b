import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PrivateKeyFileService } from './private-key-file.service.js';
import { SigningKeyRepository } from './signing-key.repository.js';
import { SigningKeyService } from './signing-key.service.js';
import { SigningKey } from './signing-key.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([SigningKey])],
  providers: [PrivateKeyFileService, SigningKeyRepository, SigningKeyService],
  exports: [SigningKeyService],
})
export class SigningModule {}
