import { Button } from 'antd';
import type { OperationInput } from '#platform/model';
import { download, useAction, useNotes } from '#platform/web';
import { exportTable } from '../../model/contracts.ts';

/** The table as a file, as it looks on the page. */
export function TakeAway({
  body,
  disabled,
}: {
  body: Omit<OperationInput<typeof exportTable>['body'], 'format'>;
  disabled: boolean;
}) {
  const make = useAction(exportTable);
  const { failed } = useNotes();
  const take = async (format: 'xlsx' | 'docx'): Promise<void> => {
    try {
      const { file } = await make.mutateAsync({ body: { ...body, format } });
      await download(`/statistics/export/${file}`);
    } catch (problem) {
      failed(problem);
    }
  };
  return (
    <>
      <Button disabled={disabled} loading={make.isPending} onClick={() => void take('xlsx')}>
        导出 Excel
      </Button>
      <Button disabled={disabled} loading={make.isPending} onClick={() => void take('docx')}>
        导出 Word
      </Button>
    </>
  );
}
