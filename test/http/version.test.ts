import { describe, expect, test } from '@jest/globals';
import { etagOf, preconditionOf, versionOf } from '../../src/http/version.js';

describe('what a client knows of the thing it writes', () => {
  test('with If-None-Match: * that it is not there yet', () => {
    expect(preconditionOf({ 'if-none-match': '*' })).toEqual({ kind: 'create' });
  });

  test('with If-Match the version it saw', () => {
    expect(preconditionOf({ 'if-match': ' "12" ' })).toEqual({ kind: 'amend', version: 12 });
    expect(versionOf({ 'if-match': etagOf(3) })).toBe(3);
  });

  test('must be said', () => {
    expect(() => preconditionOf({})).toThrow(expect.objectContaining({ status: 428 }));
  });

  test.each([
    { 'if-match': '*' },
    { 'if-match': '3' },
    { 'if-match': 'W/"3"' },
    { 'if-match': '"3", "4"' },
    { 'if-match': '"-3"' },
    { 'if-match': '"03"' },
    { 'if-match': '"0"' },
    { 'if-match': '"99999999999"' },
    { 'if-none-match': '"3"' },
    { 'if-match': '"3"', 'if-none-match': '*' },
  ])('can’t be %j', (headers) => {
    expect(() => preconditionOf(headers)).toThrow(expect.objectContaining({ status: 400 }));
  });

  test('can’t be that a thing is not there which is created elsewhere', () => {
    expect(() => versionOf({ 'if-none-match': '*' })).toThrow(expect.objectContaining({ status: 400 }));
  });
});
