import type { CodeTables } from '#platform/model';
import {
  assessmentAliases,
  degreeAliases,
  educationAliases,
  ethnicAliases,
  politicalAliases,
  sexAliases,
} from './aliases.ts';
import { codeOf, plainText, tableOf } from './code-of.ts';

/** 性别 (GB2261): 男, 女性 */
export function codeSex(text: string, tables: CodeTables): string | null {
  return codeOf(tableOf(tables, 'GB2261'), text, sexAliases);
}

/** 民族 (GB3304): 汉族, also without 族. */
export function codeEthnic(text: string, tables: CodeTables): string | null {
  const table = tableOf(tables, 'GB3304');
  const plain = plainText(text);
  return (
    codeOf(table, plain, ethnicAliases) ?? codeOf(table, plain === '' ? '' : `${plain}族`, ethnicAliases)
  );
}

/** 政治面貌 (GB4762): 中共党员, 党员, 九三学社社员 */
export function codePolitical(text: string, tables: CodeTables): string | null {
  return codeOf(tableOf(tables, 'GB4762'), text, politicalAliases);
}

/** 学历 (ZB64): 大学, 本科, 河北省委党校研究生 */
export function codeEducation(text: string, tables: CodeTables): string | null {
  const table = tableOf(tables, 'ZB64');
  const plain = plainText(text);
  return (
    codeOf(table, plain, educationAliases) ??
    codeOf(table, provincialPartySchool(plain, tables), educationAliases)
  );
}

/**
 * 河北省委党校大学 as the table's 省（区、市）委党校大学; empty for any other text. Only the 31 provinces count: the school
 * of a prefecture city (保定市委党校) gives no such education.
 */
function provincialPartySchool(plain: string, tables: CodeTables): string {
  const text = plain.replace(/^中共/, '');
  for (const province of tableOf(tables, 'GB2260').children(null)) {
    const committee = province.label.endsWith('自治区') ? `${province.label}党` : province.label;
    const level = text.startsWith(`${committee}委党校`) ? text.slice(committee.length + 3) : '';
    if (level !== '') return `省（区、市）委党校${level === '本科' ? '大学' : level}`;
  }
  return '';
}

/** 学位 (GB6864): 法学学士, 工学学士学位, 公共管理硕士（MPA）. A degree without its discipline has the code of its step. */
export function codeDegree(text: string, tables: CodeTables): string | null {
  const table = tableOf(tables, 'GB6864');
  const plain = plainText(text).toUpperCase();
  const base = plain.replace(/（(?:MPA|MBA)）/, '').replace(/学位$/, '');
  return codeOf(table, plain, degreeAliases) ?? codeOf(table, base, degreeAliases);
}

/** 考核结论 (ZB18): 优秀, 称职等次, 年度考核基本称职 */
export function codeAssessment(text: string, tables: CodeTables): string | null {
  const table = tableOf(tables, 'ZB18');
  const plain = plainText(text).replace(/^(?:年度)?考核(?:结果|结论|等次)?(?:[:：]|为|被?(?:确)?定为)?/, '');
  return (
    codeOf(table, plain, assessmentAliases) ?? codeOf(table, plain.replace(/等次$/, ''), assessmentAliases)
  );
}
