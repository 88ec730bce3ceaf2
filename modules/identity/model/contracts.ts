import { z } from 'zod';
import { operation } from '#platform/model';

export const roleName = z.enum(['clerk', 'leader', 'reader', 'administrator']);

/** The signed-in user as the client knows it. */
export const sessionUser = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.string(),
  role: roleName,
  permissions: z.array(z.string()),
});
export type SessionUser = z.infer<typeof sessionUser>;

const password = z.string().min(8, '密码至少 8 位').max(128, '密码不能超过 128 位');

export const readSession = operation({
  id: 'readSession',
  summary: '当前登录状态',
  method: 'GET',
  path: '/session',
  permission: 'public',
  response: z.object({
    user: sessionUser.nullable(),
    sampleData: z.boolean(),
    /** The zone of the office's clocks, such as `Asia/Shanghai`. */
    timeZone: z.string(),
  }),
});

export const signIn = operation({
  id: 'signIn',
  summary: '登录',
  method: 'POST',
  path: '/session',
  permission: 'public',
  body: z.object({
    name: z.string().trim().min(1, '请输入账号').max(64),
    password: z.string().min(1, '请输入密码').max(128),
  }),
  response: z.object({ user: sessionUser }),
});

export const signInFirst = operation({
  id: 'signInFirst',
  summary: '凭一次性验证码首次登录并设置密码',
  method: 'POST',
  path: '/session/first',
  permission: 'public',
  body: z.object({
    name: z.string().trim().min(1, '请输入账号').max(64),
    code: z.string().trim().min(1, '请输入一次性验证码').max(64),
    password,
  }),
  response: z.object({ user: sessionUser }),
});

export const signOut = operation({
  id: 'signOut',
  summary: '退出登录',
  method: 'DELETE',
  path: '/session',
  permission: 'signed-in',
  response: z.object({}),
});

export const changePassword = operation({
  id: 'changePassword',
  summary: '修改自己的密码',
  method: 'PUT',
  path: '/session/password',
  permission: 'signed-in',
  body: z.object({ current: z.string().max(128), next: password }),
  response: z.object({}),
});

export const userRecord = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.string(),
  role: roleName,
  disabled: z.boolean(),
  /** Has a password been set yet? */
  ready: z.boolean(),
  lastSignInAt: z.string().nullable(),
});

export const listUsers = operation({
  id: 'listUsers',
  summary: '账户',
  method: 'GET',
  path: '/users',
  permission: 'user:manage',
  response: z.object({ users: z.array(userRecord) }),
});

export const addUser = operation({
  id: 'addUser',
  summary: '新增账户，返回一次性验证码',
  method: 'POST',
  path: '/users',
  permission: 'user:manage',
  body: z.object({
    name: z
      .string()
      .trim()
      .regex(/^[\p{L}\p{N}._-]{1,64}$/u, '账号只能用文字、数字、点、横线和下划线'),
    displayName: z.string().trim().min(1, '请填写姓名').max(64),
    role: roleName,
  }),
  response: z.object({ id: z.string(), code: z.string() }),
});

export const editUser = operation({
  id: 'editUser',
  summary: '修改账户的角色或停用',
  method: 'PUT',
  path: '/users/:id',
  permission: 'user:manage',
  params: z.object({ id: z.string() }),
  body: z.object({ displayName: z.string().trim().min(1).max(64), role: roleName, disabled: z.boolean() }),
  response: z.object({}),
});

export const resetUser = operation({
  id: 'resetUser',
  summary: '重置密码，返回新的一次性验证码',
  method: 'POST',
  path: '/users/:id/code',
  permission: 'user:manage',
  params: z.object({ id: z.string() }),
  response: z.object({ code: z.string() }),
});
