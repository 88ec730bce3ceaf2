import { Loading, ProgressPanel, useCall } from '#platform/web';
import { readCheckProgress } from '../../model/contracts.ts';

/** While everybody is being checked for the first time: how far that is. */
export function Waiting() {
  const { data } = useCall(readCheckProgress, {}, { every: 500, freshFor: 0 });
  const progress = data?.progress;
  if (!progress) return <Loading label="正在读取校核结果…" />;
  return (
    <div className="checks-waiting">
      <ProgressPanel label="正在校核全部人员" {...progress} unit="人" />
      <p className="soft-text">规则修改后和每天第一次打开时全部校核一遍，之后只校核有变动的人员。</p>
    </div>
  );
}
