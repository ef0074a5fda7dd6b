import { describe, expect, test } from '@jest/globals';
import { databaseUnavailable, sqlStateOf, violates } from '../../src/database/sql-state.js';

const fault = (properties: object, message = 'said by the server') => Object.assign(new Error(message), properties);

describe('the SQLSTATE of an error', () => {
  test.each([
    ['23505', '23505'],
    ['P0001', 'P0001'],
    ['XX000', 'XX000'],
    ['EPIPE', null],
    ['ECONNREFUSED', null],
    ['FST_ERR_CTP_BODY_TOO_LARGE', null],
    [23505, null],
    [undefined, null],
  ])('with code %p is %p', (code, state) => {
    expect(sqlStateOf(fault({ code }))).toBe(state);
  });

  test.each([null, undefined, 'text', 5])('of %p is null', (thrown) => {
    expect(sqlStateOf(thrown)).toBeNull();
  });
});

describe('a violated constraint is recognized', () => {
  const name = 'patient_chart_number_key';

  test.each([
    ['by its name', { constraint: name }, 'duplicate key'],
    ['by its name with the suffix of a shard', { constraint: `${name}_102039` }, 'duplicate key'],
    ['in the message', {}, `duplicate key value violates unique constraint "${name}"`],
    [
      'in the message with the suffix of a shard',
      {},
      `duplicate key value violates unique constraint "${name}_102039"`,
    ],
  ])('%s', (_how, properties, message) => {
    expect(violates(fault({ code: '23505', ...properties }, message), name)).toBe(true);
  });

  test.each([
    ['of a longer name', { code: '23505', constraint: `other_${name}` }],
    ['of a name that goes on', { code: '23505', constraint: `${name}_other` }],
    ['of another kind of error', { code: '40P01', constraint: name }],
    ['of no database', { constraint: name }],
  ])('but not %s', (_what, properties) => {
    expect(violates(fault(properties), name)).toBe(false);
  });
});

describe('the database is out of reach', () => {
  test.each([
    ['a refused connection', { code: 'ECONNREFUSED', syscall: 'connect' }],
    ['refused on all addresses of a name', { code: 'ECONNREFUSED' }],
    ['a socket that is gone', { code: 'ENOENT', syscall: 'connect' }],
    ['a reset connection', { code: 'ECONNRESET', syscall: 'read' }],
    ['a broken pipe', { code: 'EPIPE', syscall: 'write' }],
    ['a name that is not found', { code: 'ENOTFOUND', syscall: 'getaddrinfo' }],
    ['a name server that does not answer', { code: 'EAI_AGAIN', syscall: 'getaddrinfo' }],
    ['a lost connection (Citus: a lost worker)', { code: '08006' }],
    ['a server that shuts down', { code: '57P01' }],
    ['a server that starts', { code: '57P03' }],
    ['too many connections', { code: '53300' }],
  ])('at %s', (_what, properties) => {
    expect(databaseUnavailable(fault(properties))).toBe(true);
  });

  test.each([
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'timeout expired',
    'Client has encountered a connection error and is not queryable',
  ])('where the driver says: %s', (message) => {
    expect(databaseUnavailable(new Error(message))).toBe(true);
  });

  test.each([
    ['a missing file', { code: 'ENOENT', syscall: 'open' }],
    ['a duplicate', { code: '23505' }],
    ['a statement that can’t be', { code: '42P01' }],
    ['a fault of ours', {}],
  ])('but not at %s', (_what, properties) => {
    expect(databaseUnavailable(fault(properties))).toBe(false);
  });

  test('a thrown text is no word of the database', () => {
    expect(databaseUnavailable('Connection terminated')).toBe(false);
  });
});
