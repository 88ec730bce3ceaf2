import type { CatalogueField } from '#platform/model';
import type { ColumnContent, DateFormat } from '../../model/roster.ts';

interface ContentChoice {
  readonly value: string;
  readonly label: string;
  readonly content: ColumnContent;
}

const composed: readonly ContentChoice[] = [
  { value: 'sequence', label: '序号', content: { kind: 'sequence' } },
  { value: 'birthWithAge', label: '出生年月（年龄）', content: { kind: 'birthWithAge' } },
  { value: 'fullTime', label: '全日制学历学位及院校', content: { kind: 'education', of: 'fullTime' } },
  { value: 'inService', label: '在职学历学位及院校', content: { kind: 'education', of: 'inService' } },
  { value: 'highest', label: '最高学历学位及院校', content: { kind: 'education', of: 'highest' } },
  { value: 'rankSince', label: '职级及任职时间', content: { kind: 'rankSince' } },
  { value: 'photo', label: '照片', content: { kind: 'photo' } },
  { value: 'pattern', label: '几项写在一格', content: { kind: 'pattern', pattern: '{姓名}（{性别}）' } },
  { value: 'blank', label: '空白栏', content: { kind: 'blank' } },
];

/** What a column may show: composed contents first, then every field that the reader may see. */
export function contentChoices(fields: readonly CatalogueField[]): readonly ContentChoice[] {
  const plain = fields
    .filter(({ of, isFact }) => of === 'person' || !isFact)
    .map(({ name, label, set, of }) => ({
      value: `field:${name}`,
      label: of === 'row' && set ? `${label}（${set}，逐条）` : label,
      content: { kind: 'field', field: name } as const,
    }));
  return [...composed, ...plain];
}

/** Which of the choices a content is. */
export function choiceOf(content: ColumnContent): string {
  if (content.kind === 'field') return `field:${content.field}`;
  return content.kind === 'education' ? content.of : content.kind;
}

export const dateFormats: readonly { readonly value: DateFormat; readonly label: string }[] = [
  { value: 'month', label: '1972.11' },
  { value: 'day', label: '1972.11.05' },
  { value: 'chinese', label: '1972年11月' },
  { value: 'year', label: '1972' },
  { value: 'short', label: '72.11' },
];
