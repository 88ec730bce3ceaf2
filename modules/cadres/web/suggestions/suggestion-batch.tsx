import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Modal, Pagination } from 'antd';
import { useState } from 'react';
import { EmptyState, ErrorView, Loading, messageOf, useAction, useCall, useNotes } from '#platform/web';
import { acceptSuggestionBatch, previewSuggestionBatch, type PeopleScope } from '../../model/contracts.ts';
import { SuggestionCard } from './suggestion-card.tsx';

const samplePageSize = 20;

export interface SuggestionBatchProps {
  readonly people: PeopleScope;
  readonly onClose: () => void;
}

/** 批量采纳建议: what would be written, then one change that can be undone as a whole. */
export function SuggestionBatch({ people, onClose }: SuggestionBatchProps) {
  const [page, setPage] = useState(1);
  const [unclear, setUnclear] = useState(false);
  const { data, error } = useCall(
    previewSuggestionBatch,
    { body: { ...people, includeUnclear: unclear, page } },
    { keepPrevious: true },
  );
  const action = useAction(acceptSuggestionBatch);
  const queries = useQueryClient();
  const notes = useNotes();
  const accept = async (): Promise<void> => {
    const result = await action.mutateAsync({ body: { ...people, includeUnclear: unclear } });
    await queries.invalidateQueries();
    notes.done(`已为 ${result.people} 人采纳 ${result.accepted} 条建议，可在变更记录中撤销`);
    onClose();
  };
  const wanted = data ? (unclear ? data.suggestions : data.suggestions - data.unclear) : 0;
  return (
    <Modal
      open
      title="批量采纳建议"
      width={760}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          取消
        </Button>,
        <Button
          key="accept"
          type="primary"
          disabled={wanted === 0}
          loading={action.isPending}
          // What went wrong stands in the dialog.
          onClick={() => void accept().catch(() => undefined)}
        >
          采纳 {wanted.toLocaleString('zh-CN')} 条
        </Button>,
      ]}
    >
      {error && <ErrorView error={error} />}
      {!data && !error && <Loading label="正在读取简历…" />}
      {data && data.suggestions === 0 && <EmptyState title="没有待采纳的建议" />}
      {data && data.suggestions > 0 && (
        <>
          <p>
            共 {data.suggestions.toLocaleString('zh-CN')} 条建议
            {data.unclear > 0 && `，其中 ${data.unclear.toLocaleString('zh-CN')} 条有需要核对之处`}
            {wanted > 0 &&
              `；将为 ${data.people.toLocaleString('zh-CN')} 人采纳下列 ${wanted.toLocaleString('zh-CN')} 条`}
            。
          </p>
          {data.unclear > 0 && (
            <Checkbox
              checked={unclear}
              onChange={(event) => {
                setUnclear(event.target.checked);
                setPage(1);
              }}
            >
              同时采纳有需要核对之处的建议
            </Checkbox>
          )}
          {action.error && (
            <p className="warn-text" role="alert">
              {messageOf(action.error)}
            </p>
          )}
          <div className="suggestion-sample">
            {data.sample.map((person) => (
              <section key={person.id}>
                <h3>{person.name}</h3>
                {person.suggestions.map((suggestion) => (
                  <SuggestionCard key={suggestion.key} suggestion={suggestion} />
                ))}
              </section>
            ))}
          </div>
          <Pagination
            current={page}
            total={data.people}
            pageSize={samplePageSize}
            hideOnSinglePage
            showSizeChanger={false}
            size="small"
            onChange={setPage}
          />
        </>
      )}
    </Modal>
  );
}
