import { gcmsiv } from '@noble/ciphers/aes.js';
import { bytesToHex, bytesToUtf8, concatBytes, hexToBytes, randomBytes, utf8ToBytes } from '@noble/ciphers/utils.js';

const NONCE_BYTES = 12;
/** The same name is the same text each time, so that it is found again. */
const NAME_NONCE = new Uint8Array(NONCE_BYTES);

/** Encrypts, with the key of one person, what a browser keeps for them: at once, and also over plain http. */
export class PersonalCipher {
  private readonly key: Uint8Array;

  /** @param draftKey 32 bytes in hex. */
  constructor(draftKey: string) {
    this.key = hexToBytes(draftKey);
  }

  hide(name: string): string {
    return bytesToHex(gcmsiv(this.key, NAME_NONCE).encrypt(utf8ToBytes(name)));
  }

  /** The name that was hidden; null where it was of another key, or damaged. */
  reveal(hidden: string): string | null {
    return orNull(() => bytesToUtf8(gcmsiv(this.key, NAME_NONCE).decrypt(hexToBytes(hidden))));
  }

  /** @param place where it is kept; it opens there alone. */
  lock(place: string, value: unknown): string {
    const nonce = randomBytes(NONCE_BYTES);
    const text = gcmsiv(this.key, nonce, utf8ToBytes(place)).encrypt(utf8ToBytes(JSON.stringify(value)));
    return bytesToHex(concatBytes(nonce, text));
  }

  /** What was locked; null where it was with another key, for another place, or damaged. */
  unlock<T>(place: string, locked: string): T | null {
    return orNull(() => {
      const bytes = hexToBytes(locked);
      const cipher = gcmsiv(this.key, bytes.subarray(0, NONCE_BYTES), utf8ToBytes(place));
      return JSON.parse(bytesToUtf8(cipher.decrypt(bytes.subarray(NONCE_BYTES)))) as T;
    });
  }
}

function orNull<T>(open: () => T): T | null {
  try {
    return open();
  } catch {
    return null;
  }
}
