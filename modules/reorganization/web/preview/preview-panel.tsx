import { Button, Checkbox, Tabs } from 'antd';
import type { PlanDraft, ReorganizationPreview } from '../../model/contracts.ts';
import { choosePost, chooseSlot } from './choices.ts';
import { NumbersTab } from './numbers-tab.tsx';
import { PeopleTab } from './people-tab.tsx';
import { ProblemsTab } from './problems-tab.tsx';
import { SlotsTab } from './slots-tab.tsx';
import { UnitsTab } from './units-tab.tsx';

interface PreviewPanelProps {
  readonly preview: ReorganizationPreview;
  /** The texts of the form are replaced as well. */
  readonly withTexts: boolean;
  /** The plan with the choices that are made here. */
  readonly plan: PlanDraft;
  readonly onChoose: (choices: Partial<Pick<PlanDraft, 'numbers' | 'slots' | 'posts'>>) => void;
  readonly confirmed: boolean;
  readonly onConfirm: (confirmed: boolean) => void;
  readonly applying: boolean;
  /** A new preview is on its way: this one may not be carried out. */
  readonly isOld: boolean;
  readonly onApply: () => void;
}

/** Everything that the plan would do, and the button that does it. */
export function PreviewPanel(props: PreviewPanelProps) {
  const { preview, withTexts, plan, onChoose, confirmed, onConfirm, applying, isOld, onApply } = props;
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
          disabled={isOld || stops > 0 || (open > 0 && !confirmed)}
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
            children: (
              <PeopleTab
                people={people}
                withTexts={withTexts}
                chosen={plan.posts}
                onChoose={(person, post, choice) =>
                  onChoose({ posts: choosePost(plan.posts, person, post, choice) })
                }
              />
            ),
          },
          {
            key: 'slots',
            label: `职位 ${slots.length}`,
            children: (
              <SlotsTab
                slots={slots}
                chosen={plan.slots}
                onChoose={(slot, choice) => onChoose({ slots: chooseSlot(plan.slots, slot, choice) })}
              />
            ),
          },
          {
            key: 'numbers',
            label: '职数编制',
            children: (
              <NumbersTab
                shown={preview.numbers}
                chosen={plan.numbers}
                onChange={(numbers) => onChoose({ numbers })}
              />
            ),
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
