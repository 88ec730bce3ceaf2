import { Button, Radio } from 'antd';
import { useState } from 'react';
import { ErrorView, Loading, useAction, useCall, useNotes } from '#platform/web';
import {
  listBulkChanges,
  listSheetSets,
  previewSheet,
  type BulkChangeLine,
  type BulkStatus,
  type DateAnswers,
  type OtherDate,
} from '../../model/bulk-contracts.ts';
import { Lines } from './change-table.tsx';
import { Pager } from './error-table.tsx';
import { listedText, number } from './job-words.ts';
import { usePutJob } from './use-job.ts';

const size = 50;

/** Rows that differ from a record in its date alone: a further record or a correction, for all alike or one by one. */
export function OtherDateView({ status }: { readonly status: BulkStatus }) {
  const sets = useCall(listSheetSets, {}, { freshFor: 600_000 });
  const [answers, setAnswers] = useState<DateAnswers>(status.answers);
  const preview = useAction(previewSheet);
  const put = usePutJob();
  const { failed } = useNotes();
  const set = sets.data?.sets.find(({ code }) => code === status.set);
  const labelOf = (key: string | undefined) => set?.targets.find((target) => target.key === key)?.label ?? '';
  const isNew = JSON.stringify(answers) !== JSON.stringify(status.answers);
  const check = async (): Promise<void> => {
    try {
      const body = { ...status.choice, ...answers, mapping: [...(status.look?.mapping ?? [])] };
      put(await preview.mutateAsync({ params: { id: status.id }, body }));
    } catch (error) {
      failed(error);
    }
  };
  const answerRow = (row: number, answer: OtherDate): void =>
    setAnswers({ ...answers, rowAnswers: { ...answers.rowAnswers, [row]: answer } });
  return (
    <section className="sheets-question" aria-labelledby="sheets-question">
      <h2 id="sheets-question">
        {number(status.counts.asked)} 行与已有记录是同一事项，但
        {set && set.dates.length > 0 ? labelOf(set.dates[0]) : '日期'}不同
      </h2>
      <p className="soft-text">
        可能是又一条记录，例如再次担任同一职务；也可能是更正日期。没有选择的不写入。
      </p>
      <div className="sheets-answers">
        <Radio.Group
          aria-labelledby="sheets-question"
          value={answers.otherDate}
          onChange={({ target }) =>
            setAnswers({ ...answers, otherDate: target.value as DateAnswers['otherDate'] })
          }
          options={[
            { value: 'add', label: '新增一条' },
            { value: 'update', label: '修改原记录' },
            { value: 'each', label: '逐条决定' },
          ]}
        />
        <Button type="primary" disabled={!isNew} loading={preview.isPending} onClick={() => void check()}>
          按此重新检查
        </Button>
      </div>
      {answers.otherDate === 'each' && (
        <>
          <OtherRows
            value={answers.otherRows}
            onChange={(otherRows) => setAnswers({ ...answers, otherRows })}
          />
          <Rows
            id={status.id}
            asked={status.counts.asked}
            answers={answers.rowAnswers}
            onAnswer={answerRow}
          />
        </>
      )}
    </section>
  );
}

/** One answer for all rows that are not answered one by one: nobody answers thousands. */
function OtherRows(props: {
  readonly value: OtherDate | null;
  readonly onChange: (answer: OtherDate | null) => void;
}) {
  return (
    <div className="sheets-answers sheets-other-rows">
      <span id="sheets-other-rows">没有逐条选择的各行</span>
      <Radio.Group
        aria-labelledby="sheets-other-rows"
        value={props.value ?? 'none'}
        onChange={({ target }) =>
          props.onChange(target.value === 'none' ? null : (target.value as OtherDate))
        }
        options={[
          { value: 'none', label: '不写入' },
          { value: 'add', label: '新增一条' },
          { value: 'update', label: '修改原记录' },
        ]}
      />
    </div>
  );
}

interface RowsProps {
  readonly id: string;
  /** How many rows there are, listed or not. */
  readonly asked: number;
  readonly answers: DateAnswers['rowAnswers'];
  readonly onAnswer: (row: number, answer: OtherDate) => void;
}

function Rows({ id, asked, answers, onAnswer }: RowsProps) {
  const [page, setPage] = useState(1);
  const query = { page, size, of: 'questions' } as const;
  const found = useCall(listBulkChanges, { params: { id }, query }, { keepPrevious: true });
  if (found.isPending) return <Loading />;
  if (found.error) return <ErrorView error={found.error} onRetry={() => void found.refetch()} />;
  const { total, changes } = found.data;
  return (
    <>
      <p className="soft-text" role="status">
        {listedText(asked, total, Object.keys(answers).length)}
      </p>
      <div className="sheets-scroll">
        <table className="sheets-table">
          <thead>
            <tr>
              <th className="is-place">行</th>
              <th>姓名</th>
              <th>处理</th>
              <th>与原记录的差别</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.row}>
                <td className="is-place">{change.row}</td>
                <td>{change.name}</td>
                <td>
                  <Answer change={change} answer={answers[change.row] ?? null} onAnswer={onAnswer} />
                </td>
                <td className="is-text">
                  <Lines change={change} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager page={page} total={total} onPage={setPage} />
    </>
  );
}

/** Where several records could be meant, no one of them can be corrected. */
function Answer(props: {
  readonly change: BulkChangeLine;
  readonly answer: OtherDate | null;
  readonly onAnswer: (row: number, answer: OtherDate) => void;
}) {
  const { change, answer, onAnswer } = props;
  const isOne = change.kind === 'asked';
  return (
    <Radio.Group
      size="small"
      optionType="button"
      aria-label={`第 ${change.row} 行`}
      value={answer}
      onChange={({ target }) => onAnswer(change.row, target.value as OtherDate)}
      options={[
        { value: 'add', label: '新增' },
        {
          value: 'update',
          label: '修改',
          disabled: !isOne,
          title: isOne ? '' : '有几条相符，不能确定修改哪一条',
        },
      ]}
    />
  );
}
