import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { CadreError, errors } from '#platform/model';
import { sizeText } from './uploaded-files.ts';

/** Bytes of a JSON body. */
export const bodyLimit = 8 << 20;

const validated: Readonly<Record<string, string>> = {
  params: '地址',
  querystring: '查询条件',
  body: '提交的内容',
};

/** The error as a user may see it, when it is one that was foreseen. */
export function foreseenError(thrown: unknown): CadreError | null {
  if (thrown instanceof CadreError) return thrown;
  if (hasZodFastifySchemaValidationErrors(thrown)) return validationError(thrown);
  const { code, statusCode } = frameworkError(thrown);
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return errors.tooLarge(sizeText(bodyLimit));
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || code === 'FST_INVALID_MULTIPART_CONTENT_TYPE') {
    return new CadreError('media-type', 415, '不支持这种格式的内容。');
  }
  if (statusCode >= 400 && statusCode < 500) {
    return new CadreError('bad-request', statusCode, '请求的格式不正确。');
  }
  return null;
}

/** What the user learns of any other error: nothing of its cause, but a number to ask with. */
export function unforeseenError(incident: string): CadreError {
  const message = `系统内部出错，操作没有完成。请稍后重试；仍然不行时，请把编号 ${incident} 告诉系统管理员。`;
  return new CadreError('internal', 500, message, { incident });
}

function validationError(thrown: {
  validation: readonly { instancePath: string; message?: string }[];
  validationContext?: string;
}): CadreError {
  const part = thrown.validationContext ?? 'body';
  const issues = thrown.validation.map(({ instancePath, message }) => ({
    part,
    field: instancePath.slice(1).replaceAll('/', '.'),
    message: message ?? '',
  }));
  const told = [...new Set(issues.map(({ message }) => message))];
  const more = told.length > 3 ? `，另有 ${told.length - 3} 处` : '';
  return errors.invalid(`${validated[part] ?? '内容'}有误：${told.slice(0, 3).join('；')}${more}。`, {
    issues,
  });
}

function frameworkError(thrown: unknown): { code: string; statusCode: number } {
  if (!(thrown instanceof Error)) return { code: '', statusCode: 500 };
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  const status = 'statusCode' in thrown && typeof thrown.statusCode === 'number' ? thrown.statusCode : 500;
  // Only the framework's own errors describe the request; another library's status says something else.
  const isFramework = code.startsWith('FST_') || thrown instanceof SyntaxError;
  return { code, statusCode: isFramework ? status : 500 };
}
