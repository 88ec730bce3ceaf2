/** A fact of an error that a program can use: field, value, the other clerk's value … */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/**
 * An error that a user may see. `code` is stable, `message` is a Chinese sentence that says what happened and what to
 * do, `status` the HTTP status it travels with. It may show a value to the operator who entered it, nobody else's.
 */
export class CadreError extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: ErrorDetails;

  constructor(code: string, status: number, message: string, details: ErrorDetails = {}) {
    super(message);
    this.name = 'CadreError';
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

/** Errors that every module shares; a module declares its own beside its rules. */
export const errors = {
  notFound: (what: string) =>
    new CadreError('not-found', 404, `没有找到${what}，可能已被删除或不在您的管理范围内。`),
  invalid: (message: string, details?: ErrorDetails) => new CadreError('invalid', 400, message, details),
  signInNeeded: () => new CadreError('sign-in-needed', 401, '请先登录。'),
  forbidden: (permission: string) =>
    new CadreError('forbidden', 403, '您没有进行这项操作的权限，请联系系统管理员。', { permission }),
  tooLarge: (limit: string) => new CadreError('too-large', 413, `内容过大，上限为 ${limit}。`),
  diskFull: () =>
    new CadreError('disk-full', 507, '磁盘空间已满，操作没有完成。请联系系统管理员清理磁盘后重试。'),
  busy: () => new CadreError('busy', 503, '系统正忙，请稍后再试。'),
} as const;
