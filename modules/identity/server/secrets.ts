import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** A session's secret: 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** How a secret is stored. It is random and long, so a plain hash suffices. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

// Without letters and digits that are mistaken for each other when read aloud or from paper (0 O, 1 I L).
const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A one-time code (一次性验证码) of 14 characters, 69 random bits, in groups: `K7PM-2XQ4-…`. */
export function newCode(): string {
  const characters = Array.from({ length: 14 }, () =>
    codeAlphabet.charAt(randomInt(codeAlphabet.length)),
  ).join('');
  return `${characters.slice(0, 5)}-${characters.slice(5, 9)}-${characters.slice(9)}`;
}

/** The code as it is compared: people leave out dashes and type small letters. */
export function hashCode(code: string): string {
  return hashSecret(
    code
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, ''),
  );
}

export function isSameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

const consonants = 'bdfghjkmnprstwz';
const vowels = 'aeiou';

/** A random password that can be read from the screen and typed: `bako-temi-rufo-4821`, 50 random bits. */
export function readablePassword(): string {
  const pick = (from: string) => from.charAt(randomInt(from.length));
  const word = () => Array.from({ length: 2 }, () => pick(consonants) + pick(vowels)).join('');
  return [word(), word(), word(), randomInt(10_000).toString().padStart(4, '0')].join('-');
}
