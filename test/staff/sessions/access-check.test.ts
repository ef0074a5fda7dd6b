import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { expect, test } from '@jest/globals';
import { AccessCheckService } from '../../../src/staff/sessions/access-check.service.js';
import { Public, Roles } from '../../../src/staff/sessions/access.js';

@Controller()
class SpokenController {
  @Get('open')
  @Public()
  open() {}

  @Get('closed')
  @Roles('director')
  closed() {}
}

@Controller()
class SilentController {
  @Get('open')
  @Public()
  open() {}

  @Get('forgotten')
  forgotten() {}
}

async function start(controller: typeof SpokenController | typeof SilentController) {
  @Module({ imports: [DiscoveryModule], controllers: [controller], providers: [AccessCheckService] })
  class Tiny {}
  const module = await Test.createTestingModule({ imports: [Tiny] }).compile();
  await module.init();
  await module.close();
}

test('a service whose routes all say who may call them starts', async () => {
  await expect(start(SpokenController)).resolves.toBeUndefined();
});

test('a route that does not say who may call it stops the start', async () => {
  await expect(start(SilentController)).rejects.toThrow(
    'Routes without @Roles or @Public: SilentController.forgotten.',
  );
});
