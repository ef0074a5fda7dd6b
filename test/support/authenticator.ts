import { generate } from 'otplib';
import type { SignedIn } from './clinic.js';
import type { TestApp } from './test-app.js';

/** An authenticator app with a secret of the service: shows codes by the clock of the test. */
export class Authenticator {
  constructor(
    private readonly app: TestApp,
    readonly secret: string,
  ) {}

  /** What it shows now. */
  async code(): Promise<string> {
    return generate({ secret: this.secret, epoch: this.app.clock.now().getTime() / 1000 });
  }

  /** What it shows half a minute later, which was used by nobody. */
  async nextCode(): Promise<string> {
    this.app.clock.advance(30_000);
    return this.code();
  }
}

/** Sets an authenticator app up for a person. */
export async function setUpAuthenticator(
  app: TestApp,
  person: SignedIn,
): Promise<{ authenticator: Authenticator; recoveryCodes: string[] }> {
  const begun = await person.post('/v1/account/second-factor').expect(201);
  const authenticator = new Authenticator(app, (begun.body as { secret: string }).secret);
  const code = await authenticator.nextCode();
  const confirmed = await person.post('/v1/account/second-factor/confirmation', { code }).expect(200);
  return { authenticator, ...(confirmed.body as { recoveryCodes: string[] }) };
}
