import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { keyOf, useCall, useCan } from '#platform/web';
import { MatchUnitsDialog } from '#modules/organization/web';
import { listUnknownUnits } from '../../model/contracts.ts';

/** The names of units in the forms that nobody knows: the operator says once which units they mean. */
export function UnknownUnits({ importId }: { readonly importId: string }) {
  const { data } = useCall(listUnknownUnits, { params: { id: importId } });
  const mayMatch = useCan('unit:edit');
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const names = data?.units ?? [];
  if (names.length === 0) return null;
  const waiting = names.filter(({ unit }) => unit === undefined).length;
  return (
    <span className="import-unknown">
      {waiting > 0 ? `有 ${waiting} 个机构名称未能识别` : '机构名称均已对应'}
      {mayMatch && <Button onClick={() => setOpen(true)}>{waiting > 0 ? '逐一对应' : '查看'}</Button>}
      {open && (
        <MatchUnitsDialog
          names={names.map(({ name, people, unit, candidates }) => ({
            name,
            detail: `${people.toLocaleString('zh-CN')} 人`,
            answer: unit,
            candidates,
          }))}
          onChanged={() => void client.invalidateQueries({ queryKey: keyOf(listUnknownUnits) })}
          onClose={() => setOpen(false)}
        />
      )}
    </span>
  );
}
