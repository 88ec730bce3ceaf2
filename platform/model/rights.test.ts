import { describe, expect, it } from 'vitest';
import type { DataScope, Permission } from './permissions.ts';
import { requireRights, rightsOf } from './rights.ts';

const actor = (permissions: readonly Permission[], scope: DataScope = { kind: 'everything' }) => ({
  permissions: new Set(permissions),
  scope,
});
const units = (...ids: string[]): DataScope => ({ kind: 'units', units: ids });

describe('a file that was made for somebody', () => {
  const made = rightsOf(actor(['cadre:read', 'cadre:sensitive', 'user:manage'], units('a', 'b')));

  it.each([
    ['the same rights', actor(['cadre:read', 'cadre:sensitive'], units('b', 'a'))],
    ['more units', actor(['cadre:read', 'cadre:sensitive'], units('a', 'b', 'c'))],
    ['every unit', actor(['cadre:read', 'cadre:sensitive', 'unit:read'])],
  ])('is handed out to him with %s', (_name, now) => {
    expect(() => requireRights(now, made)).not.toThrow();
  });

  it.each([
    ['may not see sensitive fields any more', actor(['cadre:read'], units('a', 'b'))],
    ['reaches fewer units', actor(['cadre:read', 'cadre:sensitive'], units('a'))],
    ['reaches other units', actor(['cadre:read', 'cadre:sensitive'], units('a', 'c'))],
  ])('is refused when he %s', (_name, now) => {
    expect(() => requireRights(now, made)).toThrow(
      expect.objectContaining({ code: 'rights-withdrawn', status: 403 }),
    );
  });

  it('is refused where it was made with the whole office in reach, or nobody noted it', () => {
    const whole = rightsOf(actor(['cadre:read']));
    for (const rights of [whole, ''])
      expect(() => requireRights(actor(['cadre:read'], units('a')), rights)).toThrow(/重新导出/);
  });
});
