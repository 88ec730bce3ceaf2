import type { TeamMember, TeamPortrait } from '../../model/team/contracts.ts';
import { RadarChart } from '../charts/radar-chart.tsx';
import { shareText } from '../parts/share-text.ts';
import type { Drilled } from '../parts/names-drawer.tsx';
import { FigureButton, membersOf } from './figure-button.tsx';

/** Teams side by side: the same figures in lines, and their shares on common axes. */
export function TeamComparison({
  teams,
  asOf,
  onDrill,
}: {
  teams: readonly TeamPortrait[];
  asOf: string;
  onDrill: (drilled: Drilled) => void;
}) {
  const apart = teams.filter(({ units }) => units.length === 1);
  const structures = teams[0]?.structures ?? [];
  return (
    <section className={teams.length > 5 ? 'stats-sheet' : 'stats-sheet is-upright'} aria-label="班子比较">
      <h2>班子比较</h2>
      <p className="stats-sheet-line">
        <span>{apart.length} 个班子</span>
        <span>截止时间：{asOf}</span>
      </p>
      {apart.length <= 4 && (
        <RadarChart
          label="班子结构比较"
          axes={axes.map(({ label }) => label)}
          teams={apart.map((team) => ({ name: team.name, shares: axes.map(({ share }) => share(team)) }))}
        />
      )}
      <div className="stats-scroll">
        <table className="team-comparison">
          <thead>
            <tr>
              <th scope="col" colSpan={2} className="is-label">
                项目
              </th>
              {teams.map((team) => (
                <th key={team.name} scope="col">
                  {team.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row" colSpan={2} className="is-label">
                成员
              </th>
              {teams.map((team) => (
                <td key={team.name}>
                  <FigureButton team={team} figure={membersOf(team)} onDrill={onDrill} />
                </td>
              ))}
            </tr>
            <Line
              head="平均年龄"
              teams={teams}
              cell={(team) => (team.averageAge === null ? '—' : `${team.averageAge.toFixed(1)} 岁`)}
            />
            <Line
              head="最小"
              teams={teams}
              cell={(team) => (team.youngest ? `${team.youngest.age} 岁` : '—')}
            />
            <Line head="最大" teams={teams} cell={(team) => (team.oldest ? `${team.oldest.age} 岁` : '—')} />
            {structures.flatMap(({ id, head }) =>
              labelsOf(teams, id).map((label, index, labels) => (
                <tr key={`${id} ${label}`}>
                  {index === 0 && (
                    <th scope="rowgroup" rowSpan={labels.length} className="is-label">
                      {head}
                    </th>
                  )}
                  <th scope="row" className="is-label">
                    {label}
                  </th>
                  {teams.map((team) => {
                    const figure = figureOf(team, id, label);
                    return (
                      <td key={team.name}>
                        {figure ? <FigureButton team={team} figure={figure} onDrill={onDrill} /> : '0'}
                        <span className="stats-share">{shareText(figure?.share ?? 0)}</span>
                      </td>
                    );
                  })}
                </tr>
              )),
            )}
            {(teams[0]?.retiring ?? []).map(({ label }, index) => (
              <tr key={label}>
                <th scope="row" colSpan={2} className="is-label">
                  {label}
                  {label === '已到龄' ? '' : '到龄'}
                </th>
                {teams.map((team) => {
                  const figure = team.retiring[index];
                  return (
                    <td key={team.name}>
                      {figure && <FigureButton team={team} figure={figure} onDrill={onDrill} />}
                    </td>
                  );
                })}
              </tr>
            ))}
            <Line head="提示" isText teams={teams} cell={(team) => team.advice.join('') || '无'} />
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Line({
  head,
  isText = false,
  teams,
  cell,
}: {
  head: string;
  isText?: boolean;
  teams: readonly TeamPortrait[];
  cell: (team: TeamPortrait) => string;
}) {
  return (
    <tr>
      <th scope="row" colSpan={2} className="is-label">
        {head}
      </th>
      {teams.map((team) => (
        <td key={team.name} className={isText ? 'is-text' : ''}>
          {cell(team)}
        </td>
      ))}
    </tr>
  );
}

function figureOf(team: TeamPortrait, structure: string, label: string) {
  return team.structures.find(({ id }) => id === structure)?.figures.find((figure) => figure.label === label);
}

/** All groups of a structure that one of the teams has. */
function labelsOf(teams: readonly TeamPortrait[], structure: string): string[] {
  const labels = teams.flatMap(
    (team) => team.structures.find(({ id }) => id === structure)?.figures.map(({ label }) => label) ?? [],
  );
  return [...new Set(labels)];
}

/** The share of members who are so; null for a team without members. */
function shareOf(test: (member: TeamMember) => boolean) {
  return ({ members }: TeamPortrait): number | null =>
    members.length === 0 ? null : (members.filter(test).length * 100) / members.length;
}

const axes = [
  { label: '女', share: shareOf(({ sex }) => sex === '女') },
  { label: '40岁以下', share: shareOf(({ age }) => age !== null && age <= 40) },
  { label: '有学位', share: shareOf(({ degree }) => degree !== '') },
  { label: '任现职满3年', share: shareOf(({ monthsInPost }) => monthsInPost !== null && monthsInPost >= 36) },
  { label: '外单位来源', share: shareOf(({ source }) => source !== '本单位' && source !== '未登记') },
] as const;
