import { buckets } from '../../model/buckets.ts';
import type { ToldLine } from '../../model/contracts.ts';
import { NumberButton } from './names-drawer.tsx';

/** 实配/核定 of a bucket, with what is vacant, in excess or not counted. */
export function QuotaCell({
  line,
  unitName,
  onOpen,
}: {
  line: ToldLine | undefined;
  unitName: string;
  onOpen: (line: ToldLine) => void;
}) {
  if (!line) return <span className="quota-none">—</span>;
  const { bucket, approved, filled, vacancy, excess, notCounted } = line;
  const label = `${unitName}${buckets[bucket].label}：核定 ${approved ?? '未登记'}，实配 ${filled}，空缺 ${vacancy}，超配 ${excess}，不占职数 ${notCounted}`;
  return (
    <NumberButton
      label={label}
      tone={excess > 0 ? 'over' : vacancy > 0 ? 'short' : undefined}
      onClick={() => onOpen(line)}
    >
      <b>{filled}</b>
      <span className="quota-approved">/{approved ?? '未核'}</span>
      {vacancy > 0 && <span className="quota-mark">缺{vacancy}</span>}
      {excess > 0 && <span className="quota-mark">超{excess}</span>}
      {notCounted > 0 && <span className="quota-mark is-soft">不占{notCounted}</span>}
    </NumberButton>
  );
}
