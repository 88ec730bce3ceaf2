import { Tabs } from 'antd';
import { useCall, useCan, type Drafts, type SaveSet, type SetFocus } from '#platform/web';
import { readSuggestions } from '../../model/contracts.ts';
import { HistoryTab } from '../history/history-tab.tsx';
import { SetsTab } from '../sets/sets-tab.tsx';
import { SuggestionTab } from '../suggestions/suggestion-tab.tsx';
import { ResumeMismatch } from '../timeline/resume-mismatch.tsx';
import { TimelineTab } from '../timeline/timeline-tab.tsx';
import type { CadreData } from './use-cadre.ts';

export interface PersonTabsProps {
  readonly person: CadreData;
  readonly tab: string;
  readonly set: string;
  readonly onTab: (tab: string) => void;
  readonly onSet: (set: string) => void;
  readonly drafts: Drafts;
  readonly save: SaveSet;
  readonly focus: SetFocus | null;
  readonly onFocused: () => void;
}

/** 信息集, 履历, 建议, 历史 */
export function PersonTabs(props: PersonTabsProps) {
  const { person, tab, onTab } = props;
  const mayReadJournal = useCan('journal:read');
  const mayEdit = useCan('cadre:edit');
  const { data } = useCall(readSuggestions, { params: { id: person.id } }, { enabled: mayEdit });
  const waiting = data?.suggestions.length ?? 0;
  const items = [
    {
      key: 'sets',
      label: '信息集',
      children: (
        <SetsTab
          person={person}
          current={props.set}
          onCurrent={props.onSet}
          drafts={props.drafts}
          save={props.save}
          focus={props.focus}
          onFocused={props.onFocused}
        />
      ),
    },
    {
      key: 'timeline',
      label: '履历',
      children: (
        <>
          <ResumeMismatch person={person} />
          <TimelineTab person={person} />
        </>
      ),
    },
    ...(mayEdit
      ? [
          {
            key: 'suggestions',
            label: waiting > 0 ? `建议 ${waiting}` : '建议',
            children: <SuggestionTab id={person.id} />,
          },
        ]
      : []),
    ...(mayReadJournal ? [{ key: 'history', label: '历史', children: <HistoryTab id={person.id} /> }] : []),
  ];
  const known = items.some((item) => item.key === tab) ? tab : 'sets';
  return <Tabs activeKey={known} items={items} onChange={onTab} destroyOnHidden />;
}
