import { Button } from 'antd';
import { download, useAction, useCan, useNotes } from '#platform/web';
import { exportQuotas, quotaExports, type QuotaExport } from '../../model/contracts.ts';

/** The table of a tab as a file. */
export function TakeAway({
  table,
  unit,
  asOf,
}: {
  table: QuotaExport;
  unit: string | undefined;
  asOf: string | undefined;
}) {
  const make = useAction(exportQuotas);
  const { failed } = useNotes();
  if (!useCan('roster:export')) return null;
  const take = async (format: 'xlsx' | 'docx'): Promise<void> => {
    try {
      const body = { table, format, ...(unit ? { unit } : {}), ...(asOf ? { asOf } : {}) };
      const { file } = await make.mutateAsync({ body });
      await download(`/quotas/files/${file}`);
    } catch (problem) {
      failed(problem);
    }
  };
  return (
    <div className="quotas-take" role="group" aria-label={`导出${quotaExports[table]}`}>
      <span className="soft-text">{quotaExports[table]}</span>
      <Button loading={make.isPending} onClick={() => void take('xlsx')}>
        导出 Excel
      </Button>
      <Button loading={make.isPending} onClick={() => void take('docx')}>
        导出 Word
      </Button>
    </div>
  );
}
