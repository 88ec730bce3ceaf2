import type { ReactNode } from 'react';
import './parts.css';

/** Nothing to show: why, and what to do next. */
export function EmptyState({
  title,
  hint,
  children,
}: {
  title: string;
  hint?: string;
  children?: ReactNode;
}) {
  return (
    <div className="part-empty">
      <p className="part-empty-title">{title}</p>
      {hint && <p className="soft-text">{hint}</p>}
      {children && <div className="part-empty-actions">{children}</div>}
    </div>
  );
}
