import { Segmented } from 'antd';

/** What of a table is looked at: itself, as charts, or over the years. */
export type View = 'table' | 'charts' | 'years';

/** 表、图、历年 */
export function ViewChoice({ view, onChange }: { view: View; onChange: (view: View) => void }) {
  return (
    <Segmented<View>
      value={view}
      options={[
        { value: 'table', label: '表' },
        { value: 'charts', label: '图' },
        { value: 'years', label: '历年' },
      ]}
      onChange={onChange}
    />
  );
}
