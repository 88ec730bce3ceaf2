import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { oneAtATime } from './one-at-a-time.ts';

/** How a password is hashed; kept beside the hash, so that the cost can grow while old hashes stay valid. */
export interface HashParameters {
  readonly algorithm: 'argon2id';
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

export interface StoredPassword extends HashParameters {
  /** Base64. */
  readonly salt: string;
  /** Base64. */
  readonly hash: string;
}

/** RFC 9106's second choice, with one lane: about 0.16 s and 64 MiB a time. */
export const currentParameters: HashParameters = {
  algorithm: 'argon2id',
  memory: 65_536,
  passes: 3,
  parallelism: 1,
};

const hashLength = 32;
const hashBytes = promisify(argon2);
// Each hashing takes its 64 MiB, and anybody may ask for one: they wait for each other.
const queue = oneAtATime();

async function derive(password: string, salt: Uint8Array, parameters: HashParameters): Promise<Uint8Array> {
  const { algorithm, memory, passes, parallelism } = parameters;
  const message = password.normalize('NFKC');
  return queue(() =>
    hashBytes(algorithm, { message, nonce: salt, memory, passes, parallelism, tagLength: hashLength }),
  );
}

export async function hashPassword(
  password: string,
  parameters = currentParameters,
): Promise<StoredPassword> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, parameters);
  return { ...parameters, salt: salt.toString('base64'), hash: Buffer.from(hash).toString('base64') };
}

/** A hash that no password has, for accounts without one: refusing them takes as long as refusing a wrong password. */
const nobody: StoredPassword = {
  ...currentParameters,
  salt: randomBytes(16).toString('base64'),
  hash: randomBytes(hashLength).toString('base64'),
};

/** Is this the password? Takes the same time when there is no account or none has been set. */
export async function isPassword(password: string, stored: StoredPassword | null): Promise<boolean> {
  const against = stored ?? nobody;
  const hash = await derive(password, Buffer.from(against.salt, 'base64'), against);
  return timingSafeEqual(hash, Buffer.from(against.hash, 'base64')) && stored !== null;
}

/** Was it hashed with less effort than is used today? */
export function isOutdated({ memory, passes }: StoredPassword): boolean {
  return memory < currentParameters.memory || passes < currentParameters.passes;
}
