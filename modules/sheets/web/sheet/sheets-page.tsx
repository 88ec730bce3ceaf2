import { useNavigate } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { download, ErrorView, Loading, upload, useAction, useCall, useNotes } from '#platform/web';
import { listSheetSets, startSheet, startSheetExport, type BulkStatus } from '../../model/bulk-contracts.ts';
import { usePutJob } from '../job/use-job.ts';
import { usePeople, WhoseRecords } from '../people/whose-records.tsx';
import { RecentJobs } from './recent-jobs.tsx';
import { FileDrop } from './sheet-drop.tsx';
import '../sheets.css';

/** 导入数据表: a set, its template, the file that was filled in, and the rows that are there as a file. */
export function SheetsPage() {
  const navigate = useNavigate();
  const sets = useCall(listSheetSets, {}, { freshFor: 600_000 });
  const [set, setSet] = useState('A01');
  const start = useAction(startSheet);
  const exportRows = useAction(startSheetExport);
  const people = usePeople();
  const put = usePutJob();
  const { failed } = useNotes();
  if (sets.isPending) return <Loading />;
  if (sets.error) return <ErrorView error={sets.error} onRetry={() => void sets.refetch()} />;

  const open = async (status: BulkStatus): Promise<void> => {
    put(status);
    await navigate({ to: '/sheets/$id', params: { id: status.id } });
  };
  const send = async (file: File): Promise<void> => {
    try {
      const { id } = await start.mutateAsync({ body: { set } });
      const form = new FormData();
      form.append('file', file, file.name);
      await open((await upload(`/bulk-jobs/${id}/file`, form)) as BulkStatus);
    } catch (error) {
      failed(error);
    }
  };
  const takeOut = async (): Promise<void> => {
    try {
      await open(await exportRows.mutateAsync({ body: { set, ...people.scope } }));
    } catch (error) {
      failed(error);
    }
  };
  return (
    <div className="sheets-page">
      <h1>导入数据表</h1>
      <div className="sheets-place">
        <label>
          信息集
          <Select
            className="sheets-set"
            value={set}
            showSearch={{ optionFilterProp: 'label' }}
            options={sets.data.sets.map(({ code, label }) => ({ value: code, label: `${label}（${code}）` }))}
            onChange={setSet}
          />
        </label>
        <Button onClick={() => void download(`/sheet-sets/${set}/template`).catch(failed)}>下载模板</Button>
      </div>
      <FileDrop onFile={send} />
      <p className="soft-text">
        一行一条记录，按身份证号确认是哪一名干部；没有身份证号的，按姓名加出生年月，或姓名加所在单位。表头可以与模板不同，上传后核对各列。
      </p>
      <section className="sheets-part">
        <h2>导出现有记录</h2>
        <p className="soft-text">格式与模板相同，修改后从上面读回，每一行都改在原来的记录上。</p>
        <WhoseRecords people={people} />
        <div className="sheets-actions">
          <Button loading={exportRows.isPending} disabled={people.isOpen} onClick={() => void takeOut()}>
            导出
          </Button>
        </div>
      </section>
      <RecentJobs kinds={['sheet', 'export']} />
    </div>
  );
}
