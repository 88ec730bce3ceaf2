import type { z } from 'zod';
import type { Permission } from '#platform/model';
import type { roleName } from './contracts.ts';

export type RoleName = z.infer<typeof roleName>;

/** A role as the office names it, and what it may do. */
export interface Role {
  readonly label: string;
  readonly permissions: readonly Permission[];
}

/**
 * The roles (角色). Whoever manages accounts sees no cadre's data, and whoever edits data manages no accounts, so that
 * no single person can do both.
 */
export const roles: Readonly<Record<RoleName, Role>> = {
  clerk: {
    label: '干部科工作人员',
    permissions: [
      'cadre:read',
      'cadre:sensitive',
      'cadre:edit',
      'cadre:bulk',
      'form:import',
      'form:export',
      'unit:read',
      'unit:edit',
      'quota:read',
      'quota:edit',
      'check:read',
      'check:edit',
      'reserve:read',
      'reserve:edit',
      'query:run',
      'query:share',
      'roster:read',
      'roster:edit',
      'roster:export',
      'journal:read',
      'journal:undo',
    ],
  },
  leader: {
    label: '领导',
    permissions: [
      'cadre:read',
      'cadre:sensitive',
      'unit:read',
      'quota:read',
      'check:read',
      'reserve:read',
      'query:run',
      'query:share',
      'roster:read',
      'roster:export',
      'journal:read',
      'form:export',
    ],
  },
  reader: {
    label: '查阅人员',
    permissions: ['cadre:read', 'unit:read', 'quota:read', 'query:run', 'roster:read'],
  },
  administrator: { label: '系统管理员', permissions: ['user:manage', 'system:read', 'journal:read'] },
};

export function isRoleName(text: string): text is RoleName {
  return Object.hasOwn(roles, text);
}
