import { validationPipe } from '../http/validation.js';

/**
 * Checks the options of a command as the API checks a body.
 * @throws Problem 422 with every fault at once.
 */
export async function checked<T extends object>(metatype: new () => T, values: object): Promise<T> {
  return (await validationPipe().transform(values, { type: 'body', metatype })) as T;
}
