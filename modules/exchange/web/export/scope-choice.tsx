import { Link } from '@tanstack/react-router';
import { Radio } from 'antd';
import { useUnits } from '#modules/organization/web';
import { UnitPicker } from '#platform/web';
import type { ExportScope, ExportWish } from './request.ts';

const scopes: readonly ExportScope[] = ['chosen', 'all', 'unplaced', 'unit'];

interface ScopeChoiceProps {
  readonly wish: ExportWish;
  /** How many people another page chose. */
  readonly chosen: number;
  readonly onChange: (part: Partial<ExportWish>) => void;
}

/** Whose forms or data go out. */
export function ScopeChoice({ wish, chosen, onChange }: ScopeChoiceProps) {
  const { units } = useUnits();
  if (wish.subject === 'units') {
    return (
      <section className="export-part">
        <h2>范围</h2>
        <p>全部机构</p>
      </section>
    );
  }
  return (
    <section className="export-part">
      <h2 id="export-scope">范围</h2>
      <Radio.Group
        vertical
        aria-labelledby="export-scope"
        value={wish.scope}
        onChange={(event) => {
          const found = scopes.find((scope) => scope === event.target.value);
          if (found) onChange({ scope: found });
        }}
      >
        <Radio value="chosen" disabled={chosen === 0}>
          {chosen > 0 ? `选中的 ${chosen.toLocaleString('zh-CN')} 人` : '选中人员'}
          {chosen === 0 && (
            <span className="export-explanation">
              先在<Link to="/cadres">干部名单</Link>中选人，再点“导出任免表”
            </span>
          )}
        </Radio>
        <Radio value="all">全部干部</Radio>
        <Radio value="unplaced">未归属的干部</Radio>
        <Radio value="unit">一个机构及其下级</Radio>
      </Radio.Group>
      {wish.scope === 'unit' && (
        <div className="export-field">
          <UnitPicker label="机构" units={units} value={wish.unit} onChange={(unit) => onChange({ unit })} />
        </div>
      )}
    </section>
  );
}
