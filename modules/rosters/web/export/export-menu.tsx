import { useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { keyOf, useAction, useNotes } from '#platform/web';
import { listRosterExports, startRosterExport, type RosterForm } from '../../model/contracts.ts';
import type { Roster } from '../../model/roster.ts';
import { useRosterForms } from './roster-forms.ts';

interface ExportMenuProps {
  readonly roster: Roster;
  readonly asOf: string | undefined;
  readonly onBegun: (id: string) => void;
}

/** 导出: as what. */
export function ExportMenu({ roster, asOf, onBegun }: ExportMenuProps) {
  const client = useQueryClient();
  const choices = useRosterForms();
  const start = useAction(startRosterExport);
  const { failed } = useNotes();
  const begin = async (form: RosterForm): Promise<void> => {
    try {
      const { id } = await start.mutateAsync({
        body: { source: { roster }, form, ...(asOf ? { asOf } : {}) },
      });
      onBegun(id);
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
