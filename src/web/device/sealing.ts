const NONCE_BYTES = 12;
/** PBKDF2 with HMAC-SHA-256, as often as OWASP's cheat sheet of password storage asks for. */
const ROUNDS = 600_000;

/** A value as this browser keeps it: encrypted by AES-256-GCM. */
export interface Sealed {
  nonce: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

/** Browsers encrypt by themselves only where the connection is safe, which a service worker needs too. */
export const canSeal = (): boolean => 'subtle' in crypto;

/** @param name what the value is of; it opens under the same name alone. */
export async function seal(key: CryptoKey, name: string, value: unknown): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const clear = new TextEncoder().encode(JSON.stringify(value));
  return { nonce, bytes: await crypto.subtle.encrypt(aes(nonce, name), key, clear) };
}

/** What was sealed; null where it was damaged, or sealed with another key. */
export async function unseal<T>(key: CryptoKey, name: string, { nonce, bytes }: Sealed): Promise<T | null> {
  const clear = await crypto.subtle.decrypt(aes(nonce, name), key, bytes).catch(() => null);
  return clear && (JSON.parse(new TextDecoder().decode(clear)) as T);
}

/** A key that this browser may use and nobody can read out of it by a script. */
export function newDeviceKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** A key of this browser's own that no script reads out of it, so that a copy of what is kept can't be tried elsewhere. */
export function newMixingKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
}

/** A key that comes of a password, and of this browser's own key. The service takes what looks the same (NFKC) as the same too. */
export async function passwordKey(
  password: string,
  salt: Uint8Array<ArrayBuffer>,
  mixing: CryptoKey,
): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(password.normalize('NFKC'));
  const secret = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const slow = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS };
  const mixed = await crypto.subtle.sign('HMAC', mixing, await crypto.subtle.deriveBits(slow, secret, 256));
  return crypto.subtle.importKey('raw', mixed, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** The keys of a person's kept answers, one for what they hold and one for their names. @param draftKey 32 bytes in hex. */
export async function answerKeys(draftKey: string): Promise<{ contents: CryptoKey; names: CryptoKey }> {
  const bytes = Uint8Array.from(draftKey.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  const secret = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
  const from = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: new TextEncoder().encode(info),
  });
  const [contents, names] = await Promise.all([
    crypto.subtle.deriveKey(from('kept answers'), secret, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
    crypto.subtle.deriveKey(
      from('names of kept answers'),
      secret,
      { name: 'HMAC', hash: 'SHA-256', length: 256 },
      false,
      ['sign'],
    ),
  ]);
  return { contents, names };
}

/** The same word for the same name each time, which does not tell the name. */
export async function hiddenName(key: CryptoKey, name: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(name)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function aes(iv: Uint8Array<ArrayBuffer>, name: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) };
}
