import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { ErrorView, Loading } from '#platform/web';
import type { Asked } from '../state/fragment.ts';
import { openSaved } from './open-saved.ts';
import type { SavedItem } from './use-saved.ts';

export interface StoredQuestionProps {
  readonly id: string;
  readonly onOpen: (asked: Asked, item: SavedItem) => void;
  readonly onForget: () => void;
}

/** Opens what the address names, as it was saved; says so when it is not there any more. */
export function StoredQuestion({ id, onOpen, onForget }: StoredQuestionProps) {
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let left = false;
    openSaved(id).then(
      ({ asked, item }) => {
        if (!left) onOpen(asked, item);
      },
      (problem: unknown) => {
        if (!left) setError(problem);
      },
    );
    return () => {
      left = true;
    };
  }, [id, onOpen]);
  if (error === null) return <Loading />;
  return (
    <>
      <ErrorView error={error} />
      <p className="query-forget">
        <Button onClick={onForget}>新建查询</Button>
      </p>
    </>
  );
}
