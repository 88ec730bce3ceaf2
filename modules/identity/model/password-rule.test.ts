import { describe, expect, it } from 'vitest';
import { passwordProblem } from './password-rule.ts';
import { roles } from './roles.ts';

describe('a new password', () => {
  it.each([
    ['1234567', '至少 8 位'],
    ['ganbu123', '账号'],
    ['11111111', '重复'],
    ['a1a1a1a1', '重复'],
    ['12345678', '连续'],
    ['87654321', '连续'],
    ['abcdefgh', '连续'],
    ['P@ssw0rd', '过于常见'],
  ])('is refused: %s', (password, reason) => {
    expect(passwordProblem(password, 'ganbu')).toContain(reason);
  });

  it.each(['tiao-wen-52-qing', '四个字的密码不算短', 'ganbu-de-ruzhi-niandu', '3f9 kx2 m'])(
    'is accepted: %s',
    (password) => {
      expect(passwordProblem(password, 'ganbu')).toBeNull();
    },
  );
});

describe('the roles', () => {
  it('keep the management of accounts and of data apart', () => {
    for (const { permissions } of Object.values(roles)) {
      const editsData = permissions.includes('cadre:edit') || permissions.includes('cadre:read');
      expect(editsData && permissions.includes('user:manage')).toBe(false);
    }
  });

  it('let readers see nothing sensitive', () => {
    expect(roles.reader.permissions).toEqual([
      'cadre:read',
      'unit:read',
      'quota:read',
      'query:run',
      'roster:read',
    ]);
  });
});
