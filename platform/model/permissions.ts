/** What a user may do, `object:verb`. Every route names one; what a role does not hold is denied. */
export const permissions = {
  'cadre:read': '查看干部信息',
  'cadre:sensitive': '查看敏感信息',
  'cadre:edit': '修改干部信息',
  'cadre:bulk': '批量维护干部信息',
  'form:import': '导入任免审批表',
  'form:export': '导出任免审批表',
  'unit:read': '查看机构',
  'unit:edit': '维护机构',
  'quota:read': '查看职数编制',
  'quota:edit': '维护职数编制',
  'check:read': '查看校核结果',
  'check:edit': '维护校核规则',
  'reserve:read': '查看后备干部',
  'reserve:edit': '维护后备干部',
  'query:run': '查询统计',
  'query:share': '共享查询',
  'roster:read': '查看名册',
  'roster:edit': '维护名册',
  'roster:export': '导出名册',
  'journal:read': '查看变更记录',
  'journal:undo': '撤销变更',
  'user:manage': '管理账户',
  'system:read': '查看系统信息',
} as const;

export type Permission = keyof typeof permissions;

/** Whose records a user may reach: everybody's, or those of some units with all below them. */
export type DataScope =
  | { readonly kind: 'everything' }
  | { readonly kind: 'units'; readonly units: readonly string[] };

/** Who acts: a signed-in user, or the operator of the command line. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
  readonly scope: DataScope;
}

export function can(actor: Pick<Actor, 'permissions'>, permission: Permission): boolean {
  return actor.permissions.has(permission);
}
