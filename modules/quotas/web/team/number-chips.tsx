import { buckets } from '../../model/buckets.ts';
import type { ToldLine } from '../../model/contracts.ts';
import type { Opened } from '../tables/names-drawer.tsx';
import { QuotaCell } from '../tables/quota-cell.tsx';

/** The lines of one unit side by side. */
export function NumberChips({
  lines,
  unitName,
  onOpen,
}: {
  lines: readonly ToldLine[];
  unitName: string;
  onOpen: (opened: Opened) => void;
}) {
  return (
    <ul className="quota-chips" aria-label="职数配备">
      {lines.map((line) => (
        <li key={line.bucket}>
          <span className="soft-text">{buckets[line.bucket].label}</span>
          <QuotaCell
            line={line}
            unitName={unitName}
            onOpen={({ unit, bucket }) => onOpen({ unit, unitName, bucket })}
          />
        </li>
      ))}
    </ul>
  );
}
