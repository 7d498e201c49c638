/** Passwords of the sample sign-ins: kept as PBKDF2 through Web Crypto, which Node and browsers share. */

/** Rounds of SHA-512, as OWASP advises. Stored with each hash, so that it can grow. */
const rounds = 210_000;

/** `pbkdf2-sha512$<rounds>$<salt>$<hash>`, the last two in hexadecimal. A new salt each time. */
export async function hashPassword(password: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return `pbkdf2-sha512$${String(rounds)}$${hex(salt)}$${hex(await derive(password, salt, rounds))}`;
}

/** Whether a password is the one behind a stored hash. A hash in another form matches nothing. */
export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  const parts = /^pbkdf2-sha512\$(\d+)\$([0-9a-f]+)\$([0-9a-f]+)$/.exec(stored);
  if (parts === null) return false;
  const [, storedRounds = '', salt = '', expected = ''] = parts;
  const actual = hex(await derive(password, bytes(salt), Number(storedRounds)));
  let difference = actual.length ^ expected.length;
  for (let index = 0; index < actual.length; index++) difference |= actual.charCodeAt(index) ^ expected.charCodeAt(index);
  return difference === 0;
}

async function derive(password: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(password.normalize('NFC')), 'PBKDF2', false, ['deriveBits']);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-512', salt, iterations }, key, 256));
}

const hex = (data: Uint8Array): string => Array.from(data, (byte) => byte.toString(16).padStart(2, '0')).join('');
const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array((text.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)));
