import type { Finding } from '#platform/model';

export interface WarningsPanelProps {
  readonly warnings: readonly Finding[];
  readonly onOpen: (warning: Finding) => void;
}

/** 疑点: what looks wrong about the person; each opens the field that it speaks of. */
export function WarningsPanel({ warnings, onOpen }: WarningsPanelProps) {
  if (warnings.length === 0) return null;
  return (
    <details className="warnings" open={warnings.length <= 3}>
      <summary>疑点 {warnings.length} 处</summary>
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.code}.${warning.set}.${warning.row}.${warning.field}`}>
            <button type="button" onClick={() => onOpen(warning)}>
              {warning.message}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
