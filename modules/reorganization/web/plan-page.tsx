import { useParams } from '@tanstack/react-router';
import { ErrorView, Loading, ServerRecords, useCall } from '#platform/web';
import { readReorganization, type PlanDraft } from '../model/contracts.ts';
import { PlanEditor } from './plan-editor.tsx';
import './reorganization.css';

const empty: PlanDraft = {
  on: '',
  documentNo: '',
  remark: '',
  keepStart: false,
  texts: false,
  steps: [],
  numbers: [],
  slots: [],
  posts: [],
};

/** One plan: the steps, the preview, and carrying it out. */
export function PlanPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  return (
    <ServerRecords>
      {id === 'new' ? <PlanEditor saved={null} start={empty} /> : <SavedPlan id={id} />}
    </ServerRecords>
  );
}

function SavedPlan({ id }: { readonly id: string }) {
  const { data, error, refetch } = useCall(readReorganization, { params: { id } }, { freshFor: Infinity });
  if (error && !data) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { plan, ...head } = data;
  return <PlanEditor key={id} saved={head} start={plan} />;
}
