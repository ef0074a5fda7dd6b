/** The connection broke while the service was at work. */
export class Interrupted extends Error {
  constructor() {
    super('The connection was lost before the service had answered.');
  }
}
