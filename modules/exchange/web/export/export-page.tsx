import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { keyOf, useAction, useNotes } from '#platform/web';
import { listExports, startExport } from '../../model/contracts.ts';
import { FormatChoice } from './format-choice.tsx';
import { RecentExports } from './recent-exports.tsx';
import { firstScope, requestOf, type ExportWish } from './request.ts';
import { ScopeChoice } from './scope-choice.tsx';
import { isPart, useChosenPeople } from './selection.ts';
import '../exchange.css';
import './export.css';

/** 导出: whom, as what; below it the exports of late with their files. */
export function ExportPage() {
  const chosen = useChosenPeople();
  const client = useQueryClient();
  const start = useAction(startExport);
  const { failed } = useNotes();
  const [wish, setWish] = useState<ExportWish>({
    ...firstScope(chosen),
    subject: 'cadres',
    format: 'lrmx',
    variant: 'A4',
    set: 'A01',
  });
  const change = (part: Partial<ExportWish>): void => setWish((old) => ({ ...old, ...part }));
  const request = requestOf(wish, chosen);

  const begin = async (): Promise<void> => {
    if (typeof request === 'string') return;
    try {
      await start.mutateAsync({ body: request });
      await client.invalidateQueries({ queryKey: keyOf(listExports) });
    } catch (error) {
      failed(error);
    }
  };

  return (
    <div className="exchange-page">
      <h1>导出</h1>
      <div className="export-form">
        <FormatChoice wish={wish} onChange={change} />
        <ScopeChoice wish={wish} chosen={chosen && isPart(chosen) ? chosen.count : 0} onChange={change} />
        <div className="export-start">
          <Button
            type="primary"
            size="large"
            disabled={typeof request === 'string'}
            loading={start.isPending}
            onClick={() => void begin()}
          >
            开始导出
          </Button>
          {typeof request === 'string' && <span className="soft-text">{request}</span>}
        </div>
      </div>
      <RecentExports />
    </div>
  );
}
