import { Module } from '@nestjs/common';
import { KeyFiles } from './key-files.js';
import { SigningKeyRepository } from './signing-key.repository.js';
import { SigningKeyService } from './signing-key.service.js';

@Module({
  providers: [KeyFiles, SigningKeyRepository, SigningKeyService],
  exports: [SigningKeyService],
})
export class SigningModule {}
