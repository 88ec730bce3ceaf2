import { Button } from 'antd';
import { CadreError } from '#platform/model';
import './parts.css';

/** The sentence that a user may read about an error. */
export function messageOf(error: unknown): string {
  return error instanceof CadreError ? error.message : '页面出现问题，操作没有完成，请刷新后重试。';
}

/** What happened and what can be done. */
export function ErrorView({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return (
    <div className="part-error" role="alert">
      <p>{messageOf(error)}</p>
      {onRetry && <Button onClick={onRetry}>重试</Button>}
    </div>
  );
}
