import { z } from 'zod';

type Issue = Parameters<NonNullable<z.core.$ZodConfig['customError']>>[0];

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '列表',
  object: '一组内容',
  record: '一组内容',
};

const unitNames: Readonly<Record<string, string>> = { string: '个字', array: '项', record: '项', set: '项' };

/**
 * Makes the messages of validation Chinese sentences that name the field. A message that a contract gives itself goes
 * before these.
 */
export function useChineseMessages(): void {
  z.config({ ...z.locales.zhCN(), customError: messageOf });
}

function messageOf(issue: Issue): string {
  const field = issue.path?.length ? `「${issue.path.join('.')}」` : '内容';
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return `缺少${field}`;
      return `${field}应为${typeNames[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return `${field}不能少于 ${issue.minimum}${unit(issue.origin)}`;
    case 'too_big':
      return `${field}不能超过 ${issue.maximum}${unit(issue.origin)}`;
    case 'invalid_value':
      return `${field}只能是 ${issue.values.map(String).join('、')}`;
    case 'invalid_union':
      return `${field}不是可以接受的内容`;
    default:
      return `${field}的格式不正确`;
  }
}

function unit(origin: string): string {
  const name = unitNames[origin];
  return name ? ` ${name}` : '';
}
