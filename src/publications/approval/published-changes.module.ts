import { Module } from '@nestjs/common';
import { PublishedChanges } from './published-changes.js';

@Module({ providers: [PublishedChanges], exports: [PublishedChanges] })
export class PublishedChangesModule {}
