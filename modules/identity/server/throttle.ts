import { CadreError } from '#platform/model';

const windowMs = 15 * 60_000;
const rememberedKeys = 20_000;

/** Failures within the window after which one has to wait. */
const limits = {
  /** One account from one address: a person who has forgotten the password. */
  pair: 5,
  /** One account from anywhere: somebody guesses from many addresses. */
  account: 30,
  /** One address for any account: somebody tries names; an office may share one address. */
  address: 60,
} as const;

interface Count {
  failures: number;
  since: number;
}

/** Slows the guessing of passwords down. It lives in memory: a restart forgives, and takes longer than a guess. */
export interface Throttle {
  /**
   * Counts an attempt before its outcome is known, so that many at once do not slip through; refuses with
   * `too-many-attempts` when there were too many.
   */
  attempt(accountKey: string, address: string): void;
  /** The attempt was good: the account's failures from this address are forgotten. */
  succeeded(accountKey: string, address: string): void;
}

export function createThrottle(): Throttle {
  const counts = new Map<string, Count>();

  const current = (key: string, now: number): Count => {
    const count = counts.get(key);
    if (count && now - count.since < windowMs) return count;
    const fresh = { failures: 0, since: now };
    counts.delete(key);
    counts.set(key, fresh);
    if (counts.size > rememberedKeys) {
      const oldest = counts.keys().next().value;
      if (oldest !== undefined) counts.delete(oldest);
    }
    return fresh;
  };

  const keysOf = (accountKey: string, address: string) =>
    [
      [`pair ${address} ${accountKey}`, limits.pair],
      [`account ${accountKey}`, limits.account],
      [`address ${address}`, limits.address],
    ] as const;

  return {
    attempt(accountKey, address) {
      const now = Date.now();
      const touched = keysOf(accountKey, address).map(([key, limit]) => ({
        count: current(key, now),
        limit,
      }));
      const full = touched.find(({ count, limit }) => count.failures >= limit);
      if (full) throw tooMany(full.count.since + windowMs - now);
      for (const { count } of touched) count.failures += 1;
    },
    succeeded(accountKey, address) {
      const now = Date.now();
      const [[pair], ...shared] = keysOf(accountKey, address);
      counts.delete(pair);
      for (const [key] of shared) {
        const count = current(key, now);
        count.failures = Math.max(0, count.failures - 1);
      }
    },
  };
}

function tooMany(waitMs: number): CadreError {
  const retryAfterSeconds = Math.ceil(waitMs / 1000);
  return new CadreError(
    'too-many-attempts',
    429,
    `登录失败次数过多，请 ${Math.ceil(waitMs / 60_000)} 分钟后再试。忘记密码请联系系统管理员重置。`,
    { retryAfterSeconds },
  );
}
