import { Button, Checkbox, Tabs } from 'antd';
import type { PlanDraft, ReorganizationPreview } from '../../model/contracts.ts';
import { NumbersTab } from './numbers-tab.tsx';
import { PeopleTab } from './people-tab.tsx';
import { ProblemsTab } from './problems-tab.tsx';
import { SlotsTab } from './slots-tab.tsx';
import { UnitsTab } from './units-tab.tsx';

interface PreviewPanelProps {
  readonly preview: ReorganizationPreview;
  /** The texts of the form are replaced as well. */
  readonly withTexts: boolean;
  readonly numbers: PlanDraft['numbers'];
  readonly onNumbers: (numbers: PlanDraft['numbers']) => void;
  readonly confirmed: boolean;
  readonly onConfirm: (confirmed: boolean) => void;
  readonly applying: boolean;
  readonly onApply: () => void;
}

/** Everything that the plan would do, and the button that does it. */
export function PreviewPanel(props: PreviewPanelProps) {
  const { preview, withTexts, numbers, onNumbers, confirmed, onConfirm, applying, onApply } = props;
  const { problems, people, slots, counts } = preview;
  const stops = problems.filter(({ level }) => level === 'stop').length;
  const open = problems.filter(({ level }) => level === 'todo').length;
  return (
    <section className="reorg-preview" aria-label="预览">
      <div className="reorg-apply">
        <span>
          改动机构 <b>{counts.units}</b> 个，转隶 <b>{counts.people}</b> 人、职务 <b>{counts.posts}</b> 个
        </span>
        {stops > 0 && <span className="warn-text">有 {stops} 处不能办理，请先改正方案</span>}
        {stops === 0 && open > 0 && (
          <Checkbox checked={confirmed} onChange={(event) => onConfirm(event.target.checked)}>
            “需处理”中的 {open} 项另行办理
          </Checkbox>
        )}
        <Button
          type="primary"
          danger
          loading={applying}
          disabled={stops > 0 || (open > 0 && !confirmed)}
          onClick={onApply}
        >
          办理
        </Button>
      </div>
      <Tabs
        defaultActiveKey={stops > 0 ? 'problems' : 'units'}
        items={[
          { key: 'units', label: '机构前后对照', children: <UnitsTab preview={preview} /> },
          {
            key: 'people',
            label: `人员 ${people.length}`,
            children: <PeopleTab people={people} withTexts={withTexts} />,
          },
          { key: 'slots', label: `职位 ${slots.length}`, children: <SlotsTab slots={slots} /> },
          {
            key: 'numbers',
            label: '职数编制',
            children: <NumbersTab shown={preview.numbers} chosen={numbers} onChange={onNumbers} />,
          },
          {
            key: 'problems',
            label: `需处理 ${problems.length}`,
            children: <ProblemsTab problems={problems} />,
          },
        ]}
      />
    </section>
  );
}
