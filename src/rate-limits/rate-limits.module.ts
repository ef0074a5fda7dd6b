import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RequestCount } from './request-count.entity.js';
import { RequestCountRepository } from './request-count.repository.js';
import { RequestCountService } from './request-count.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([RequestCount])],
  providers: [RequestCountRepository, RequestCountService],
})
export class RateLimitsModule {}
