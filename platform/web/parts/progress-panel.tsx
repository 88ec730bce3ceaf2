import { Button, Progress } from 'antd';
import { useEffect, useState } from 'react';
import { remainingTime } from './remaining-time.ts';
import './parts.css';

export interface ProgressPanelProps {
  /** What is going on: 正在导出 … */
  readonly label: string;
  readonly done: number;
  /** 0 while nobody knows how much there is. */
  readonly total: number;
  /** What is counted: 份, 人, 个文件 */
  readonly unit: string;
  /** When it began, ISO instant. */
  readonly startedAt: string;
  readonly onStop?: () => void;
}

/** Long work: how far it is, how long it may still take, and a way to stop it. */
export function ProgressPanel({ label, done, total, unit, startedAt, onStop }: ProgressPanelProps) {
  const now = useNow();
  const percent = total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 0;
  const left = remainingTime(done, total, now - Date.parse(startedAt));
  return (
    <div className="part-progress">
      <div className="part-progress-line">
        <span>{label}</span>
        <span className="soft-text" aria-live="polite">
          {total > 0 ? `${done.toLocaleString('zh-CN')} / ${total.toLocaleString('zh-CN')} ${unit}` : ''}
          {left ? `　${left}` : ''}
        </span>
      </div>
      <div className="part-progress-line">
        <Progress percent={percent} status="active" aria-label={label} />
        {onStop && (
          <Button danger onClick={onStop}>
            停止
          </Button>
        )}
      </div>
    </div>
  );
}

/** The time, once a second. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
