import { once } from 'node:events';
import { connect } from 'node:net';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { limitedUpload } from '../../src/spreadsheets/importing/upload-stream.js';
import { answer } from '../support/answer.js';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';

describe('an upload whose connection is lost', () => {
  test('before somebody reads it says so to who reads it then, and ends nothing else', async () => {
    const body = new PassThrough();
    const upload = limitedUpload(body, 1000);
    body.write('chart_number');
    body.destroy();
    await new Promise((closed) => upload.once('close', closed));
    await expect(buffer(upload)).rejects.toThrow('The upload was broken off. Nothing was saved.');
  });

  test('while somebody reads it says so', async () => {
    const body = new PassThrough();
    const read = buffer(limitedUpload(body, 1000));
    body.write('chart_number');
    body.destroy();
    await expect(read).rejects.toThrow('The upload was broken off. Nothing was saved.');
  });
});

describe('the service', () => {
  let app: TestApp;
  let clinic: TestClinic;
  beforeAll(async () => {
    app = await testApp();
    clinic = await testClinic(app);
  });
  afterAll(() => app.close());

  test.each([
    ['/v1/imports', ''],
    ['/v1/imports?commit=true', ''],
    ['/v1/imports?commit=true', 'Accept: application/x-ndjson\r\n'],
    ['/v1/imports', 'Accept: text/csv\r\n'],
    ['/v1/imports/readings', ''],
  ])('goes on after connections that were reset in the midst of an upload: POST %s %s', async (path, accept) => {
    const rows = Array.from({ length: 5000 }, (_, row) => `L-${row},2026-03-02,40\n`).join('');
    const head =
      `POST ${path} HTTP/1.1\r\nHost: x\r\nCookie: ${clinic.director.cookie}\r\n${accept}` +
      `Content-Type: text/csv\r\nContent-Length: ${rows.length}\r\n\r\nchart_number,date_1,score_1\n`;
    for (const share of [0, 0.1, 0.5, 0.9]) {
      const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
      await once(socket, 'connect');
      socket.write(head + rows.slice(0, rows.length * share));
      // The answer to a second request says that the service is at the first.
      await request(app.url).get('/livez').expect(200);
      socket.resetAndDestroy();
      await once(socket, 'close');
    }
    await request(app.url).get('/readyz').expect(200);
    const { body } = await answer(clinic.director.get('/v1/patients').expect(200));
    expect(body).toMatchObject({ items: [] });
  });
});
