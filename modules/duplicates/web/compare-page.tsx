import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { OperationOutput } from '#platform/model';
import { apiRoot, ErrorView, Loading, useAction, useCall, useConfirm, useNotes } from '#platform/web';
import { compareDuplicates, declareDistinct, mergeDuplicates } from '../model/contracts.ts';
import { mergedChoice, type Kept } from './choices.ts';
import { Disputes } from './disputes.tsx';
import { FieldRows } from './field-rows.tsx';
import { ListRows } from './list-rows.tsx';
import { PersonLines } from './pair-table.tsx';
import './duplicates.css';

type Comparison = OperationOutput<typeof compareDuplicates>;

/** 对照合并: two records side by side; what is to stay is chosen field by field. */
export function ComparePairPage() {
  const params = useParams({ strict: false }) as { first: string; second: string };
  const { data, error, refetch } = useCall(compareDuplicates, { params });
  if (error) return <ErrorView error={error} onRetry={() => void refetch()} />;
  return data ? <Comparing key={JSON.stringify(params)} data={data} /> : <Loading />;
}

function Comparing({ data }: { data: Comparison }) {
  const [first, second] = data.people;
  // The fuller record is usually the one to keep.
  const [keepIndex, setKeepIndex] = useState<0 | 1>((first?.rows ?? 0) >= (second?.rows ?? 0) ? 0 : 1);
  const [chosen, setChosen] = useState<Readonly<Record<string, Kept>>>({});
  const [reason, setReason] = useState('');
  const merge = useAction(mergeDuplicates);
  const declare = useAction(declareDistinct);
  const client = useQueryClient();
  const navigate = useNavigate();
  const confirm = useConfirm();
  const { done, failed } = useNotes();
  if (!first || !second) return null;
  const [keep, other] = keepIndex === 0 ? [first, second] : [second, first];
  const isDisputed = data.disputes.some(({ counts }) => counts === null);
  const choose = (key: string, kept: Kept): void => setChosen({ ...chosen, [key]: kept });

  const finish = async (work: () => Promise<unknown>, said: string): Promise<void> => {
    try {
      await work();
      done(said);
      // First away from the pair, which is none any more, then everything is asked again.
      await navigate({ to: '/duplicates' });
      await client.invalidateQueries();
    } catch (thrown) {
      failed(thrown);
    }
  };
  const mergeThem = async (): Promise<void> => {
    const agreed = await confirm({
      title: `合并为一条记录：${keep.name}`,
      content: '另一条记录不再单独列出，原有链接转到合并后的记录。合并可以撤销，也可以在“已合并”中拆分。',
      verb: '合并',
      grave: true,
    });
    if (!agreed) return;
    const choices = mergedChoice(chosen, keepIndex);
    const versions = { keep: keep.versions, other: other.versions };
    await finish(
      () => merge.mutateAsync({ body: { keep: keep.id, other: other.id, choices, versions } }),
      '已合并',
    );
  };
  const declareThem = (): Promise<void> =>
    finish(
      () => declare.mutateAsync({ body: { first: first.id, second: second.id, reason: reason.trim() } }),
      '已认定为不是同一人，不再提示',
    );
  return (
    <div className="duplicates">
      <p>
        <Link to="/duplicates">← 查重</Link>
      </p>
      <h1>对照合并</h1>
      <Disputes people={data.people} disputes={data.disputes} />
      <table className="duplicates-table duplicates-compare">
        <thead>
          <tr>
            <th scope="col">项目</th>
            {data.people.map((person, index) => (
              <th scope="col" key={person.id} className={index === keepIndex ? 'is-kept' : ''}>
                <div className="duplicates-head">
                  {person.photo && (
                    <img
                      src={`${apiRoot}/cadres/${person.id}/photo?v=${person.photo}`}
                      alt=""
                      width={60}
                      height={75}
                    />
                  )}
                  <div>
                    <PersonLines {...person} />
                    <span className="duplicates-post">共 {person.rows} 条记录</span>
                    <Link to="/cadres/$id" params={{ id: person.id }}>
                      查看
                    </Link>
                  </div>
                </div>
              </th>
            ))}
          </tr>
          <tr>
            <th scope="row">保留</th>
            <td colSpan={2}>
              <Segmented
                aria-label="保留哪一条记录"
                value={keepIndex}
                options={[
                  { label: '以左侧记录为准', value: 0 },
                  { label: '以右侧记录为准', value: 1 },
                ]}
                onChange={(value) => {
                  setKeepIndex(value === 1 ? 1 : 0);
                  setChosen({});
                }}
              />
            </td>
          </tr>
        </thead>
        <FieldRows fields={data.fields} keepIndex={keepIndex} chosen={chosen} onChoose={choose} />
        <ListRows lists={data.lists} keepIndex={keepIndex} chosen={chosen} onChoose={choose} />
      </table>
      <div className="duplicates-actions">
        <Button
          type="primary"
          danger
          disabled={isDisputed}
          title={isDisputed ? '两侧认定不同，先按页首的提示处理' : undefined}
          loading={merge.isPending}
          onClick={() => void mergeThem()}
        >
          合并为一条记录
        </Button>
        <span className="duplicates-or">或</span>
        <Input
          aria-label="不是同一人的理由"
          placeholder="理由，可不填"
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button loading={declare.isPending} onClick={() => void declareThem()}>
          不是同一人
        </Button>
      </div>
    </div>
  );
}
