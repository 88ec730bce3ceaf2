import { drillQuestion } from '../../model/drill.ts';
import type { Figure, TeamPortrait } from '../../model/team/contracts.ts';
import type { Drilled } from '../parts/names-drawer.tsx';

/** All who are in a team. */
export function membersOf({ members }: TeamPortrait) {
  return { label: '成员', count: members.length, where: null };
}

/** A number of a team as a way to the names; nobody is no way anywhere. */
export function FigureButton({
  team,
  figure,
  onDrill,
}: {
  /** `where` null: the figure finds its people by itself. */
  team: Pick<TeamPortrait, 'name'> & { readonly where: TeamPortrait['where'] | null };
  figure: Pick<Figure, 'label' | 'count'> & { readonly where: Figure['where'] | null };
  onDrill: (drilled: Drilled) => void;
}) {
  const { label, count, where } = figure;
  if (count === 0) return <span className="is-none">0</span>;
  const title = `${team.name} · ${label}`;
  return (
    <button
      type="button"
      className="stats-number"
      title={`${title}：${count} 人`}
      onClick={() => onDrill({ title, question: drillQuestion([team.where, where]) })}
    >
      {count}
    </button>
  );
}
