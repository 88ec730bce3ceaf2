import { isPartialDate } from '../calendar/partial-date.ts';
import type { CodeTables } from '../codes/code-tables.ts';
import { isId } from '../ids.ts';
import type { FieldDefinition, SetDefinition } from './definition.ts';
import { reservedKeys, type RecordRow } from './row.ts';

/** What is wrong with a row, or doubtful. An `error` refuses the change, a `warning` is kept and shown. */
export interface Finding {
  readonly level: 'error' | 'warning';
  /** Stable, for instance `unknown-code`. */
  readonly code: string;
  readonly set: string;
  readonly row: string;
  readonly field: string;
  readonly value: string;
  /** A Chinese sentence: where, which value, what to do. */
  readonly message: string;
}

/** Checks rows against the declaration of their set. */
export function validateRows(set: SetDefinition, rows: readonly RecordRow[], tables: CodeTables): Finding[] {
  const findings: Finding[] = [];
  const known = knownKeys(set);
  const ids = new Set<string>();
  if (!set.repeating && rows.length > 1) {
    findings.push(finding(set, rows[1]?.id ?? '', '', 'one-row-only', '', `“${set.label}”只能有一条记录。`));
  }
  for (const row of rows) {
    if (!isId(row.id) || ids.has(row.id)) {
      findings.push(
        finding(
          set,
          row.id,
          'id',
          'bad-row-id',
          row.id,
          `“${set.label}”中有记录的内部标识缺失或重复，请刷新后重试。`,
        ),
      );
    }
    ids.add(row.id);
    for (const key of Object.keys(row)) {
      if (!known.has(key)) {
        findings.push(
          finding(set, row.id, key, 'unknown-field', key, `“${set.label}”没有“${key}”这个项目。`),
        );
      }
    }
    for (const field of set.fields) {
      const problem = problemOf(field, row, tables);
      if (problem)
        findings.push(
          finding(
            set,
            row.id,
            field.key,
            problem.code,
            problem.value,
            `${set.label}“${field.label}”${problem.text}`,
          ),
        );
    }
    for (const [key, written] of Object.entries(row.asWritten ?? {})) {
      if (!isStorable(written)) {
        findings.push(
          finding(set, row.id, key, 'bad-character', written, `“${set.label}”的原文${unstorable}`),
        );
      }
      if (!known.has(key) || reservedKeys.includes(key)) {
        findings.push(
          finding(
            set,
            row.id,
            key,
            'unknown-field',
            key,
            `“${set.label}”没有“${key}”这个项目，无法保留其原文。`,
          ),
        );
      }
    }
  }
  return findings;
}

const keysBySet = new WeakMap<SetDefinition, ReadonlySet<string>>();

function knownKeys(set: SetDefinition): ReadonlySet<string> {
  let keys = keysBySet.get(set);
  if (!keys) {
    keys = new Set([...reservedKeys, ...set.fields.map((field) => field.key)]);
    keysBySet.set(set, keys);
  }
  return keys;
}

interface Problem {
  readonly code: string;
  readonly value: string;
  readonly text: string;
}

function problemOf(field: FieldDefinition, row: RecordRow, tables: CodeTables): Problem | null {
  const value = row[field.key];
  if (value === undefined || value === null || value === '') {
    return field.required && !row.asWritten?.[field.key]
      ? { code: 'required', value: '', text: '不能为空，请填写。' }
      : null;
  }
  if (field.type === 'integer') {
    if (typeof value === 'number' && Number.isSafeInteger(value)) return null;
    const shown = typeof value === 'object' ? '' : String(value);
    return { code: 'bad-number', value: shown, text: `的值“${shown}”不是整数，请改正。` };
  }
  if (typeof value !== 'string') {
    return { code: 'bad-type', value: '', text: '的值类型不对，请重新填写。' };
  }
  switch (field.type) {
    case 'date':
      return isPartialDate(value)
        ? null
        : {
            code: 'bad-date',
            value,
            text: `的值“${value}”不是有效日期，请写成 1972、1972.11 或 1972.11.05。`,
          };
    case 'code':
      return unknownCode(field, value, tables);
    case 'unit':
      return isId(value)
        ? null
        : { code: 'bad-unit', value, text: `的值“${value}”不是机构，请重新选择机构。` };
    case 'file':
      return /^[0-9a-f]{64}$/.test(value)
        ? null
        : { code: 'bad-file', value, text: '的文件标识不对，请重新上传。' };
    default:
      return isStorable(value) ? null : { code: 'bad-character', value, text: unstorable };
  }
}

function unknownCode(field: FieldDefinition, value: string, tables: CodeTables): Problem | null {
  const names = field.codeTable ?? '';
  if (!isStorable(value)) return { code: 'bad-character', value, text: unstorable };
  // A table that nobody could collect cannot judge its codes: they are kept as they are.
  const collected = names.split('|').some((name) => tables.get(name) !== undefined);
  if (!collected || tables.resolve(names, value)) return null;
  return { code: 'unknown-code', value, text: `的代码“${value}”不在代码表 ${names} 中，请从列表中选择。` };
}

const unstorable = '含有不能保存的控制字符或不完整的字符，请删除后重试。';

const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Control characters and halves of characters have no place in a form: no XML file could carry them. */
function isStorable(text: string): boolean {
  return text.isWellFormed() && !forbidden.test(text);
}

/** A text that only describes, such as a file's name, without what cannot be stored. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll(new RegExp(forbidden, 'g'), '\ufffd');
}

function finding(
  set: SetDefinition,
  row: string,
  field: string,
  code: string,
  value: string,
  message: string,
): Finding {
  return { level: 'error', code, set: set.code, row, field, value, message };
}
