import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PrivateKeyFileService } from './private-key-file.service.js';
import { SigningKeyRepository } from './signing-key.repository.js';
import { SigningKeyService } from './signing-key.service.js';
import { SigningKey } from './signing-key.entity.js';
import { PrivateKeyService } from './private-key.service.js';
import { SecretBoxService } from './secret-box.service.js';
import { SigningSecret } from './signing-secret.entity.js';
import { SigningSecretRepository } from './signing-secret.repository.js';

@Module({
  imports: [TypeOrmModule.forFeature([SigningKey, SigningSecret])],
  providers: [
    PrivateKeyFileService,
    PrivateKeyService,
    SecretBoxService,
    SigningSecretRepository,
    SigningKeyRepository,
    SigningKeyService,
  ],
  exports: [SecretBoxService, SigningKeyService],
})
export class SigningModule {}
