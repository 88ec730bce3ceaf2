import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Pagination } from 'antd';
import { useState } from 'react';
import { readQueryFields } from '#modules/query';
import type { OperationOutput } from '#platform/model';
import {
  AsOf,
  EmptyState,
  ErrorView,
  keyOf,
  Loading,
  useAction,
  useCall,
  useCan,
  useNotes,
} from '#platform/web';
import { listRosters, previewRoster, readRoster, updateRoster } from '../../model/contracts.ts';
import type { Roster } from '../../model/roster.ts';
import { ExportMenu } from '../export/export-menu.tsx';
import { OneExport } from '../export/one-export.tsx';
import { RecentExports } from '../export/recent-exports.tsx';
import { Paper } from './paper.tsx';
import { Settings } from './settings.tsx';

const pageSize = 40;

/** A book: its settings beside the preview; what is changed shows at once and is kept by 保存. */
export function Book({ stored }: { readonly stored: OperationOutput<typeof readRoster> }) {
  // What is answered is what was checked when it came in.
  const [roster, setRoster] = useState(stored.roster as Roster);
  const [from, setFrom] = useState(0);
  // For this view and its files alone; it is not kept with the book.
  const [asOf, setAsOf] = useState<string | undefined>();
  const [settings, showSettings] = useState(false);
  const [begun, setBegun] = useState<string | null>(null);
  const client = useQueryClient();
  const mayEdit = useCan('roster:edit');
  const mayExport = useCan('roster:export');
  const { done, failed } = useNotes();
  const save = useAction(updateRoster);
  const fields = useCall(readQueryFields, {}, { freshFor: 60_000 });
  const found = useCall(
    previewRoster,
    { body: { roster, from, size: pageSize, ...(asOf ? { asOf } : {}) } },
    { keepPrevious: true },
  );
  const changed = JSON.stringify(roster) !== JSON.stringify(stored.roster);
  const change = (part: Partial<Roster>): void => {
    setRoster((old) => ({ ...old, ...part }));
    // Who sets the date of the book wants to see that one.
    if (part.asOf) setAsOf(undefined);
    setFrom(0);
  };
  const keep = async (): Promise<void> => {
    try {
      await save.mutateAsync({ params: { id: stored.id }, body: { version: stored.version, roster } });
      done('名册已保存');
      await client.invalidateQueries({ queryKey: keyOf(readRoster) });
      await client.invalidateQueries({ queryKey: keyOf(listRosters) });
    } catch (error) {
      failed(error);
    }
  };
  const preview = found.data;
  return (
    <div className="rosters-page rosters-book">
      <header className="rosters-head">
        <Link to="/rosters">名册</Link>
        <h1>{roster.name}</h1>
        <AsOf
          asOf={asOf}
          counted={preview?.asOf}
          back="按名册设置"
          onChange={(date) => {
            setAsOf(date);
            setFrom(0);
          }}
        />
        <span className="rosters-actions">
          <Button aria-expanded={settings} onClick={() => showSettings(!settings)}>
            {settings ? '收起设置' : '设置'}
          </Button>
          {mayEdit && (
            <Button disabled={!changed} loading={save.isPending} onClick={() => void keep()}>
              保存
            </Button>
          )}
          {mayExport && <ExportMenu roster={roster} asOf={asOf} onBegun={setBegun} />}
        </span>
      </header>
      {begun !== null && <OneExport key={begun} id={begun} />}
      <div className={settings ? 'rosters-parts has-settings' : 'rosters-parts'}>
        {settings && (
          <aside aria-label="名册设置">
            <Settings
              roster={roster}
              stored={{ sentence: stored.sentence, question: stored.roster.question as Roster['question'] }}
              fields={fields.data?.fields ?? []}
              onChange={change}
            />
          </aside>
        )}
        <section aria-label="预览" className="rosters-preview">
          {found.error && <ErrorView error={found.error} onRetry={() => void found.refetch()} />}
          {!preview && !found.error && <Loading />}
          {preview && preview.hidden.length > 0 && (
            <p className="soft-text">您没有查看权限，已略去：{preview.hidden.join('、')}。</p>
          )}
          {preview && preview.count === 0 && (
            <EmptyState title="这本名册里没有人" hint="请检查人员范围和截止时间。" />
          )}
          {preview && preview.count > 0 && (
            <>
              <div className="rosters-scroll">
                <Paper
                  preview={preview}
                  title={roster.title === '' ? roster.name : roster.title}
                  subtitle={roster.subtitle}
                  catalogue={roster.catalogue && from === 0}
                  notes={from + pageSize >= preview.count ? roster.notes : []}
                />
              </div>
              <Pagination
                current={from / pageSize + 1}
                total={preview.count}
                pageSize={pageSize}
                showSizeChanger={false}
                size="small"
                onChange={(page) => setFrom((page - 1) * pageSize)}
              />
            </>
          )}
          {mayExport && <RecentExports />}
        </section>
      </div>
    </div>
  );
}
