import { afterEach, describe, expect, it, vi } from 'vitest';
import { createThrottle, type Throttle } from './throttle.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** How many of the attempts are let through. */
function letThrough(throttle: Throttle, attempts: readonly (readonly [string, string])[]): number {
  return attempts.filter(([account, address]) => {
    try {
      throttle.attempt(account, address);
      return true;
    } catch {
      return false;
    }
  }).length;
}

const many = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));

describe('failed attempts', () => {
  it.each<[string, number, (n: number) => readonly [string, string]]>([
    ['on one account from one address', 5, () => ['lixia', '10.0.0.1']],
    ['on one account from many addresses', 30, (n) => ['lixia', `10.0.0.${n}`]],
    ['on many accounts from one address', 60, (n) => [`user${n}`, '10.0.0.1']],
  ])('%s end after %i', (_case, limit, attempt) => {
    expect(letThrough(createThrottle(), many(100, attempt))).toBe(limit);
  });

  it('are forgotten after a success, and after a quarter of an hour', () => {
    const throttle = createThrottle();
    expect(
      letThrough(
        throttle,
        many(4, () => ['lixia', '10.0.0.1']),
      ),
    ).toBe(4);
    throttle.succeeded('lixia', '10.0.0.1');
    expect(
      letThrough(
        throttle,
        many(9, () => ['lixia', '10.0.0.1']),
      ),
    ).toBe(5);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 15 * 60_000 });
    expect(
      letThrough(
        throttle,
        many(9, () => ['lixia', '10.0.0.1']),
      ),
    ).toBe(5);
  });

  it('say how long to wait', () => {
    const throttle = createThrottle();
    letThrough(
      throttle,
      many(5, () => ['lixia', '10.0.0.1']),
    );
    expect(() => throttle.attempt('lixia', '10.0.0.1')).toThrow('请 15 分钟后再试');
  });
});
