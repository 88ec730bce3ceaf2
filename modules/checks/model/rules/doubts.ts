import {
  textOf,
  writtenOf,
  type CodeTables,
  type Finding,
  type SetDefinition,
  type SubjectSets,
} from '#platform/model';
import { cadreSets, personDoubts, resumeRows, resumeTextFrom } from '#modules/cadres';
import type { CheckLevel, CheckTopic, CheckWorld, FoundFault, Repair, RuleHead } from '../rule.ts';
import { personRow, rowsOfSet, settingRow } from './rows.ts';

/** Rules whose faults are the doubts that the page of a person shows; a rule covers one or more of their codes. */
interface DoubtRule extends RuleHead {
  readonly codes: readonly string[];
}

const form = '干部任免审批表填写要求';
const files = '干部人事档案专项审核：三龄两历';
const registry = '信息集和代码表';

function rule(
  id: string,
  label: string,
  topic: CheckTopic,
  level: CheckLevel,
  source: string,
  codes: readonly string[] = [id],
): DoubtRule {
  return { id, label, topic, level, effectiveFrom: '1949-10-01', source, codes };
}

export const doubtRules: readonly DoubtRule[] = [
  rule('id-shape', '身份证号不是有效号码', '身份信息', 'error', 'GB 11643—1999 公民身份号码', [
    'id-shape',
    'id-birth-impossible',
    'id-region',
  ]),
  rule('id-checksum', '身份证号校验码不对', '身份信息', 'error', 'GB 11643—1999 公民身份号码'),
  rule('id-15-digits', '身份证号是 15 位旧号码', '身份信息', 'warning', 'GB 11643—1999 公民身份号码'),
  rule('id-birth', '身份证号与出生日期不一致', '身份信息', 'warning', files),
  rule('id-birth-verified', '身份证号与认定的出生日期不同', '身份信息', 'hint', files),
  rule('id-sex', '身份证号与性别不一致', '身份信息', 'warning', 'GB 11643—1999 公民身份号码'),
  rule('work-too-early', '参加工作时不满 16 周岁', '三龄', 'warning', files),
  rule('work-too-early-than-birth', '参加工作早于出生', '三龄', 'error', files),
  rule('party-too-early', '入党时不满 18 周岁', '三龄', 'warning', '中国共产党章程第一条'),
  rule('party-too-early-than-birth', '入党早于出生', '三龄', 'error', files),
  rule('party-text', '入党时间的文字与日期不一致', '三龄', 'warning', form, [
    'party-unreadable',
    'party-dates-differ',
  ]),
  rule('resume-differs', '简历全文与简历段不一致', '简历', 'warning', form),
  rule('resume-unreadable', '简历起止时间不能识别', '简历', 'error', form, ['resume-unreadable']),
  rule('resume-reversed', '简历结束早于开始', '简历', 'error', form),
  rule('resume-gap', '简历中断超过一个月', '简历', 'warning', form),
  rule('resume-overlap', '简历时间重叠', '简历', 'warning', form),
  rule('photo-missing', '没有照片', '照片', 'warning', form),
  rule('family-over-seven', '家庭成员超出表格行数', '家庭成员', 'hint', form),
  rule('uncoded', '内容没有对应的代码', '代码', 'warning', registry),
  rule('date-unreadable', '日期不能识别', '代码', 'warning', registry),
];

const ruleOfCode = new Map(doubtRules.flatMap((each) => each.codes.map((code) => [code, each] as const)));

/** The doubts about a person as faults, each with the rule that covers it. */
export function doubtFaults(
  sets: SubjectSets,
  world: CheckWorld,
): readonly { readonly rule: DoubtRule; readonly fault: FoundFault }[] {
  return personDoubts(sets, world.tables).flatMap((doubt) => {
    const covering = ruleOfCode.get(doubt.code);
    if (!covering) return [];
    const { set, row, field, value, message } = doubt;
    const repair = repairOf(doubt, sets, world.tables);
    return [{ rule: covering, fault: { set, row, field, value, message, ...(repair ? { repair } : {}) } }];
  });
}

function repairOf(doubt: Finding, sets: SubjectSets, tables: CodeTables): Repair | undefined {
  if (doubt.code === 'resume-differs') return resumeRepair(sets);
  if (doubt.code === 'uncoded') return codeRepair(doubt, sets, tables);
  return undefined;
}

/** Where only one of text and rows is there, the other is made from it. */
function resumeRepair(sets: SubjectSets): Repair | undefined {
  const text = textOf(personRow(sets), 'resumeText');
  const rows = rowsOfSet(sets, 'A17');
  if (text !== '' && rows.length === 0)
    return {
      label: '由简历全文生成简历段',
      apply: (own) => ({
        A17: resumeRows(textOf(personRow(own), 'resumeText'), rowsOfSet(own, 'A17')),
      }),
    };
  const person = personRow(sets);
  if (text === '' && rows.length > 0 && person)
    return {
      label: '由简历段生成简历全文',
      apply: (own) => {
        const made = resumeTextFrom(rowsOfSet(own, 'A17'));
        return { A01: rowsOfSet(own, 'A01').map((row) => ({ ...row, resumeText: made })) };
      },
    };
  return undefined;
}

/** A text that is exactly one label or alias of the code table gets its code. */
function codeRepair(doubt: Finding, sets: SubjectSets, tables: CodeTables): Repair | undefined {
  const definition: SetDefinition | undefined = cadreSets.find(({ code }) => code === doubt.set);
  const field = definition?.fields.find(({ key }) => key === doubt.field);
  const row = rowsOfSet(sets, doubt.set).find(({ id }) => id === doubt.row);
  if (!field?.codeTable || !row) return undefined;
  const item = tables.get(field.codeTable)?.byLabel(writtenOf(row, field.key).trim());
  if (!item?.code) return undefined;
  return settingRow(`编为“${item.label}”`, doubt.set, row.id, { [field.key]: item.code });
}
