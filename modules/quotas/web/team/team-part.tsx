import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { EmptyState, ErrorView, keyOf, Loading, useAction, useCall, useCan, useNotes } from '#platform/web';
import type { UnitPartProps } from '#modules/organization/web';
import { assignSlot, readTeam } from '../../model/contracts.ts';
import '../page/quotas.css';
import { SlotLink } from '../portrait/portrait-link.tsx';
import { NamesDrawer, type Opened } from '../tables/names-drawer.tsx';
import { HolderLine } from './holder-line.tsx';
import { NumberChips } from './number-chips.tsx';
import { OrderDialog } from './order-dialog.tsx';
import './team.css';

/** 班子: the slots of a unit with who fills them, the order of the members, and who held a slot before. */
export function TeamPart({ unit, asOf }: UnitPartProps) {
  const body = { unit: unit.id, ...(asOf ? { asOf } : {}) };
  const { data, error, refetch } = useCall(readTeam, { body });
  const [opened, setOpened] = useState<Opened | null>(null);
  const [isOrdering, setOrdering] = useState(false);
  const mayEdit = useCan('cadre:edit') && asOf === null;
  const mayEditSlots = useCan('quota:edit') && asOf === null;
  const assign = useAction(assignSlot);
  const client = useQueryClient();
  const { done, failed } = useNotes();
  if (error) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;

  const refresh = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: keyOf(readTeam) });
  };
  const put = async (person: string, slot: string | null): Promise<void> => {
    try {
      await assign.mutateAsync({ body: { unit: unit.id, person, slot } });
      done(slot === null ? '已取消对应，可在变更记录中撤销' : '已对应到职位，可在变更记录中撤销');
      await refresh();
    } catch (problem) {
      failed(problem);
    }
  };
  const members = [...data.slots.flatMap(({ holders }) => holders), ...data.others];
  const isEmpty = data.slots.length === 0 && data.others.length === 0;
  return (
    <div className="team">
      <div className="team-head">
        <NumberChips lines={data.lines} unitName={data.unit.name} onOpen={setOpened} />
        <span className="team-tools">
          {mayEdit && members.length > 1 && <Button onClick={() => setOrdering(true)}>调整次序</Button>}
          {mayEditSlots && (
            <Link to="/units" search={{ unit: unit.id, tab: 'PS01' }}>
              维护职位
            </Link>
          )}
        </span>
      </div>
      {isEmpty && (
        <EmptyState title="没有职位和班子成员" hint="先在“职位”中登记本机构的职位，再把任职对应到职位。" />
      )}
      {data.slots.length > 0 && (
        <ol className="team-slots" aria-label="职位">
          {data.slots.map((slot) => {
            const vacant = slot.places - slot.holders.filter(({ kind }) => kind !== 'attached').length;
            return (
              <li key={slot.id}>
                <div className="team-slot">
                  <span className="team-title">
                    <SlotLink unit={unit.id} slot={slot.id} title={slot.title} {...(asOf ? { asOf } : {})} />
                  </span>
                  <span className="soft-text">
                    {[
                      roles[slot.roleCode],
                      slot.level,
                      slot.places > 1 && `${slot.places} 个`,
                      !slot.counted && '不占职数',
                      slot.sensitive && `重点岗位（${slot.sensitive}）`,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </div>
                <ul className="team-holders">
                  {slot.holders.map((holder, index) => (
                    <HolderLine key={holder.id ?? index} holder={holder}>
                      {mayEdit && holder.id !== null && (
                        <Button type="link" size="small" onClick={() => void put(holder.id ?? '', null)}>
                          取消对应
                        </Button>
                      )}
                    </HolderLine>
                  ))}
                  {vacant > 0 && (
                    <li className="team-vacant">空缺{slot.places > 1 ? ` ${vacant} 个` : ''}</li>
                  )}
                </ul>
              </li>
            );
          })}
        </ol>
      )}
      {data.others.length > 0 && (
        <section>
          <h3>{data.slots.length > 0 ? '没有对应职位的成员' : '班子成员'}</h3>
          <ul className="team-holders">
            {data.others.map((holder, index) => (
              <HolderLine key={holder.id ?? index} holder={holder} unit={unit.id} asOf={asOf}>
                {mayEdit && holder.id !== null && data.slots.length > 0 && (
                  <select
                    aria-label={`把${holder.name}对应到职位`}
                    value=""
                    onChange={({ target }) => void put(holder.id ?? '', target.value)}
                  >
                    <option value="" disabled>
                      对应到职位…
                    </option>
                    {data.slots.map(({ id, title }) => (
                      <option key={id} value={id}>
                        {title}
                      </option>
                    ))}
                  </select>
                )}
              </HolderLine>
            ))}
          </ul>
        </section>
      )}
      {isOrdering && (
        <OrderDialog
          unit={unit.id}
          members={members}
          onClose={() => setOrdering(false)}
          onSaved={() => {
            setOrdering(false);
            void refresh();
          }}
        />
      )}
      <NamesDrawer opened={opened} asOf={asOf ?? undefined} onClose={() => setOpened(null)} />
    </div>
  );
}

const roles: Readonly<Record<string, string>> = { '1': '正职', '3': '副职', Z: '其他成员' };
