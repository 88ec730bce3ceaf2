import { useParams } from '@tanstack/react-router';
import { ErrorView, Loading, useCall } from '#platform/web';
import { readRoster } from '../../model/contracts.ts';
import { Book } from './book.tsx';
import '../rosters.css';

/** One book. */
export function BookPage() {
  const { id = '' }: { id?: string } = useParams({ strict: false });
  const found = useCall(readRoster, { params: { id } }, { freshFor: Number.POSITIVE_INFINITY });
  if (found.isPending) return <Loading />;
  if (!found.data) return <ErrorView error={found.error} onRetry={() => void found.refetch()} />;
  return <Book key={`${id}:${found.data.version}`} stored={found.data} />;
}
