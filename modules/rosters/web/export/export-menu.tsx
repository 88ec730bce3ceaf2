import { useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { keyOf, useAction, useCall, useNotes } from '#platform/web';
import { listRosterExports, startRosterExport, type RosterForm } from '../../model/contracts.ts';
import type { Roster } from '../../model/roster.ts';
import { listRosterTemplates } from '../../model/template-contracts.ts';

const forms: readonly { readonly key: string; readonly label: string; readonly form: RosterForm }[] = [
  { key: 'xlsx', label: 'Excel 名册', form: { kind: 'table', format: 'xlsx' } },
  { key: 'docx', label: 'Word 名册', form: { kind: 'table', format: 'docx' } },
  { key: 'pdf', label: 'PDF 名册', form: { kind: 'table', format: 'pdf' } },
  { key: 'photos', label: 'Word 照片名册', form: { kind: 'photos', format: 'docx' } },
  { key: 'photo-sheet', label: 'Excel 照片名册', form: { kind: 'photos', format: 'xlsx' } },
  { key: 'photo-pdf', label: 'PDF 照片名册', form: { kind: 'photos', format: 'pdf' } },
];

/** 导出: as what; the file appears among those of late below the preview. */
export function ExportMenu({ roster, asOf }: { readonly roster: Roster; readonly asOf: string | undefined }) {
  const client = useQueryClient();
  const templates = useCall(listRosterTemplates, {}).data?.templates ?? [];
  const start = useAction(startRosterExport);
  const { done, failed } = useNotes();
  const choices = [
    ...forms,
    ...templates.map(({ id, fileName }) => ({
      key: id,
      label: `按模板：${fileName}`,
      form: { kind: 'template', template: id } as const,
    })),
  ];
  const begin = async (form: RosterForm): Promise<void> => {
    try {
      await start.mutateAsync({ body: { source: { roster }, form, ...(asOf ? { asOf } : {}) } });
      done('已开始导出，完成后在下方下载');
      await client.invalidateQueries({ queryKey: keyOf(listRosterExports) });
    } catch (error) {
      failed(error);
    }
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: choices.map(({ key, label }) => ({ key, label })),
        onClick: ({ key }) => {
          const chosen = choices.find((each) => each.key === key);
          if (chosen) void begin(chosen.form);
        },
      }}
    >
      <Button type="primary" loading={start.isPending}>
        导出
      </Button>
    </Dropdown>
  );
}
