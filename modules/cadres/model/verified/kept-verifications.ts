import {
  printDate,
  textOf,
  writtenOf,
  type Finding,
  type RecordRow,
  type SubjectSets,
} from '#platform/model';
import { verifiedFactSet } from '../sets/vf01-verified-fact.ts';

/** What a verification says, and its withdrawal; once filled in it stays as it is. */
const evidence = ['documentName', 'reviewer', 'verifiedOn'] as const;
const withdrawal = ['withdrawnOn', 'withdrawnBy', 'withdrawnDocument'] as const;
const fixed = ['factCode', 'verifiedValue', 'documentNo', ...evidence, ...withdrawal] as const;

const facts: Readonly<Record<string, string>> = {
  '1': '出生日期',
  '2': '参加工作时间',
  '3': '入党时间',
  '4': '学历',
  '5': '经历',
};

/** Was the verification withdrawn (撤销认定)? It stays in the records and settles nothing any more. */
export function isWithdrawn(row: RecordRow): boolean {
  return textOf(row, 'withdrawnOn') !== '';
}

/**
 * What speaks against the verifications becoming other ones: they are evidence, so they are not deleted or overwritten.
 * What they do not say yet is filled in; one that was wrong is withdrawn with date, reviewer and document, and stays.
 */
export function unkeptVerifications(before: SubjectSets, after: SubjectSets): Finding[] {
  const rows = after['VF01'] ?? [];
  const said = new Map(rows.map((row) => [contentOf(row), row]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const known = new Set((before['VF01'] ?? []).map(contentOf));
  const kept = (before['VF01'] ?? []).flatMap((old) => {
    // A merge may give a row another id.
    const row = said.get(contentOf(old)) ?? byId.get(old.id);
    return row
      ? overwritten(old, row)
      : [finding(old, '', 'verification-kept', `${nameOf(old)}不能删除；${way}`)];
  });
  const half = rows.filter((row) => !known.has(contentOf(row))).flatMap(halfWithdrawn);
  return [...kept, ...half];
}

const way = '认定有误的，请用“撤销认定”，写明撤销依据、撤销人和撤销日期。';

function overwritten(old: RecordRow, row: RecordRow): Finding[] {
  return fixed
    .filter((key) => !isKept(old, row, key))
    .map((key) => finding(row, key, 'verification-kept', `${nameOf(old)}的${labelOf(key)}不能改写；${way}`));
}

/** Is a field as it was, newly filled in, or a date known more exactly? */
function isKept(old: RecordRow, row: RecordRow, key: string): boolean {
  const [was, now] = [textOf(old, key), textOf(row, key)];
  if (was === '' && writtenOf(old, key) === '') return true;
  if (was === now && writtenOf(old, key) === writtenOf(row, key)) return true;
  return was !== '' && isDateField(key) && now.startsWith(was);
}

function isDateField(key: string): boolean {
  return verifiedFactSet.fields.find((field) => field.key === key)?.type === 'date';
}

function halfWithdrawn(row: RecordRow): Finding[] {
  if (withdrawal.every((key) => textOf(row, key) === '')) return [];
  return missing(row, withdrawal, '撤销认定');
}

/** What a verification lacks that is to overrule another. */
export function lacksEvidence(row: RecordRow): Finding[] {
  return missing(row, evidence, '重新认定');
}

function missing(row: RecordRow, keys: readonly string[], act: string): Finding[] {
  return keys
    .filter((key) => textOf(row, key) === '')
    .map((key) => {
      const needed = keys.map(labelOf).join('、');
      return finding(row, key, 'verification-incomplete', `${act}须同时填写${needed}，现缺${labelOf(key)}。`);
    });
}

function labelOf(key: string): string {
  return verifiedFactSet.fields.find((field) => field.key === key)?.label ?? key;
}

/** 出生日期的认定（1972.11，2019.05.20） */
function nameOf(row: RecordRow): string {
  const fact = facts[textOf(row, 'factCode')] ?? writtenOf(row, 'factCode');
  const says = [textOf(row, 'verifiedValue'), printDate(textOf(row, 'verifiedOn'))].filter(
    (part) => part !== '',
  );
  return `${fact}的认定${says.length > 0 ? `（${says.join('，')}）` : ''}`;
}

function contentOf(row: RecordRow): string {
  return JSON.stringify(verifiedFactSet.fields.map(({ key }) => [textOf(row, key), writtenOf(row, key)]));
}

function finding(row: RecordRow, field: string, code: string, message: string): Finding {
  return {
    level: 'error',
    code,
    set: verifiedFactSet.code,
    row: row.id,
    field,
    value: field === '' ? '' : textOf(row, field),
    message,
  };
}
