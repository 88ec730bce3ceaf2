import { useCall } from '#platform/web';
import type { RosterForm } from '../../model/contracts.ts';
import { listRosterTemplates } from '../../model/template-contracts.ts';

export interface FormChoice {
  readonly key: string;
  readonly label: string;
  readonly form: RosterForm;
}

const plain: readonly FormChoice[] = [
  { key: 'xlsx', label: 'Excel 名册', form: { kind: 'table', format: 'xlsx' } },
  { key: 'docx', label: 'Word 名册', form: { kind: 'table', format: 'docx' } },
  { key: 'pdf', label: 'PDF 名册', form: { kind: 'table', format: 'pdf' } },
  { key: 'photos', label: 'Word 照片名册', form: { kind: 'photos', format: 'docx' } },
  { key: 'photo-sheet', label: 'Excel 照片名册', form: { kind: 'photos', format: 'xlsx' } },
  { key: 'photo-pdf', label: 'PDF 照片名册', form: { kind: 'photos', format: 'pdf' } },
];

/** As what a roster can be written: the program's own forms, then the templates of the office. */
export function useRosterForms(): readonly FormChoice[] {
  const templates = useCall(listRosterTemplates, {}).data?.templates ?? [];
  return [
    ...plain,
    ...templates.map(({ id, fileName }) => ({
      key: id,
      label: `按模板：${fileName}`,
      form: { kind: 'template', template: id } as const,
    })),
  ];
}
