import { describe, expect, it } from 'vitest';
import type { Permission } from './permissions.ts';
import { requireRights, rightsOf } from './rights.ts';

const actor = (...permissions: Permission[]) => ({ permissions: new Set(permissions) });
const sensitive = actor('cadre:read', 'cadre:sensitive');

describe('a file that was made for somebody', () => {
  const made = rightsOf(actor('cadre:read', 'cadre:sensitive', 'user:manage'), ['b', 'a']);

  it.each([
    ['the same rights', sensitive, ['b', 'a']],
    ['more units', sensitive, ['a', 'b', 'c']],
    ['every unit', actor('cadre:read', 'cadre:sensitive', 'unit:read'), null],
  ])('is handed out to him with %s', (_name, now, reach) => {
    expect(() => requireRights(now, reach, made)).not.toThrow();
  });

  it.each([
    ['may not see sensitive fields any more', actor('cadre:read'), ['a', 'b']],
    ['reaches fewer units', sensitive, ['a']],
    ['reaches other units', sensitive, ['a', 'c']],
  ])('is refused when he %s', (_name, now, reach) => {
    expect(() => requireRights(now, reach, made)).toThrow(
      expect.objectContaining({ code: 'rights-withdrawn', status: 403 }),
    );
  });

  it('is refused where it was made with the whole office in reach, or nobody noted what was', () => {
    const whole = rightsOf(actor('cadre:read'), null);
    const scopeAlone = '{"sights":["cadre:read"],"scope":{"kind":"units","units":["a"]}}';
    for (const rights of [whole, scopeAlone, ''])
      expect(() => requireRights(actor('cadre:read'), ['a'], rights)).toThrow(/重新生成/);
  });

  it('has its units noted in one order, so that equal rights read the same', () => {
    expect(rightsOf(sensitive, ['b', 'a'])).toBe(rightsOf(sensitive, ['a', 'b']));
  });
});
