import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';

/** What the service asks of `navigator.credentials.create()`. */
export interface CreationOptions {
  challenge: string;
  rp: { id: string };
  user: { id: string };
}

/** What it asks of `navigator.credentials.get()`. */
export interface SignOptions {
  challenge: string;
  rpId: string;
}

interface Sign {
  origin?: string;
  rpId?: string;
  userHandle?: string;
  flags?: number;
  counter?: number;
}

const [PRESENT, VERIFIED, MAY_BE_COPIED, COPIED, HAS_KEY] = [0x01, 0x04, 0x08, 0x10, 0x40];

/** An authenticator in software, and the browser around it: one passkey of ES256, as WebAuthn level 3 describes it. */
export class PasskeyDevice {
  readonly id = randomBytes(16);
  private readonly privateKey: KeyObject;
  private readonly coseKey: Buffer;
  private userHandle = '';
  private counter = 0;

  constructor(
    readonly origin: string,
    /** Whether it attests itself with its own key ("packed"); else it says nothing of where it is from ("none"). */
    private readonly attestsItself = false,
    private readonly flags = PRESENT | VERIFIED,
  ) {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.privateKey = privateKey;
    // RFC 9053, section 7.1.1: kty 2 (EC2), alg -7 (ES256), crv 1 (P-256), and the point.
    const key = [
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ] as const;
    this.coseKey = cborMap(key);
  }

  /** A passkey that a password manager copies to other devices. */
  static copied(origin: string): PasskeyDevice {
    return new PasskeyDevice(origin, false, PRESENT | VERIFIED | MAY_BE_COPIED | COPIED);
  }

  /** As a browser answers to what the service asks. */
  create(
    { challenge, rp, user }: CreationOptions,
    { origin = this.origin, rpId = rp.id, flags = this.flags }: Sign = {},
  ) {
    this.userHandle = user.id;
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.id, this.coseKey]);
    const authData = Buffer.concat([this.authenticatorData(rpId, flags | HAS_KEY, this.counter), attested]);
    const clientData = clientDataOf('webauthn.create', challenge, origin);
    const statement = this.attestsItself
      ? cborMap([
          ['alg', -7],
          ['sig', this.signed(authData, clientData)],
        ])
      : cborMap([]);
    const attestation = Buffer.concat([
      Buffer.from([0xa3]),
      ...[cbor('fmt'), cbor(this.attestsItself ? 'packed' : 'none')],
      ...[cbor('attStmt'), statement],
      ...[cbor('authData'), cbor(authData)],
    ]);
    return { clientDataJSON: clientData.toString('base64url'), attestationObject: attestation.toString('base64url') };
  }

  get({ challenge, rpId: asked }: SignOptions, changed: Sign = {}) {
    const { origin = this.origin, rpId = asked, userHandle = this.userHandle, flags = this.flags } = changed;
    const { counter = (this.counter += 1) } = changed;
    const authData = this.authenticatorData(rpId, flags, counter);
    const clientData = clientDataOf('webauthn.get', challenge, origin);
    return {
      id: this.id.toString('base64url'),
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: this.signed(authData, clientData).toString('base64url'),
      userHandle,
    };
  }

  private authenticatorData(rpId: string, flags: number, counter: number): Buffer {
    const rest = Buffer.alloc(5);
    rest.writeUInt8(flags);
    rest.writeUInt32BE(counter, 1);
    return Buffer.concat([sha256(rpId), rest]);
  }

  private signed(authData: Buffer, clientData: Buffer): Buffer {
    return createSign('sha256').update(authData).update(sha256(clientData)).sign(this.privateKey);
  }
}

function clientDataOf(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

function sha256(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}

function cborMap(entries: readonly (readonly [string | number, string | number | Buffer])[]): Buffer {
  return Buffer.concat([header(5, entries.length), ...entries.flat().map(cbor)]);
}

/** As RFC 8949 writes whole numbers, texts and bytes. */
function cbor(value: string | number | Buffer): Buffer {
  if (typeof value === 'number') return value < 0 ? header(1, -1 - value) : header(0, value);
  const bytes = Buffer.from(value);
  return Buffer.concat([header(typeof value === 'string' ? 3 : 2, bytes.length), bytes]);
}

function header(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  return length < 256
    ? Buffer.from([(major << 5) | 24, length])
    : Buffer.from([(major << 5) | 25, length >> 8, length & 0xff]);
}
