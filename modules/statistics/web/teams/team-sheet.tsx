import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TeamPortrait } from '../../model/team/contracts.ts';
import type { TeamRule } from '../../model/team/rules.ts';
import { BarChart } from '../charts/bar-chart.tsx';
import type { Drilled } from '../parts/names-drawer.tsx';
import { shareText } from '../parts/share-text.ts';
import { FigureButton, membersOf } from './figure-button.tsx';

/** The portrait of one team; printed it takes one page A4. */
export function TeamSheet({
  team,
  rule,
  asOf,
  onDrill,
}: {
  team: TeamPortrait;
  /** What its remarks are measured by. */
  rule: TeamRule;
  asOf: string;
  onDrill: (drilled: Drilled) => void;
}) {
  const ages = team.structures.find(({ id }) => id === 'age');
  const others = team.structures.filter(({ id }) => id !== 'age');
  return (
    <article className="stats-sheet team-sheet" aria-label={team.name}>
      <h2>{team.name}领导班子</h2>
      <p className="stats-sheet-line">
        <span>
          成员 <FigureButton team={team} figure={membersOf(team)} onDrill={onDrill} /> 人
        </span>
        <span>截止时间：{asOf}</span>
      </p>
      <dl className="team-figures">
        <Fact label="平均年龄" value={team.averageAge === null ? '—' : `${team.averageAge.toFixed(1)} 岁`} />
        <Fact label="最小" value={<Aged person={team.youngest} />} />
        <Fact label="最大" value={<Aged person={team.oldest} />} />
        {team.roles.map((figure) => (
          <div key={figure.label}>
            <dt>{figure.label}</dt>
            <dd>
              <FigureButton team={team} figure={figure} onDrill={onDrill} /> 人
            </dd>
          </div>
        ))}
        {team.concurrent.count > 0 && (
          <div>
            <dt>兼职（主职在别处）</dt>
            <dd>
              <FigureButton
                team={{ name: team.name, where: null }}
                figure={team.concurrent}
                onDrill={onDrill}
              />{' '}
              人
            </dd>
          </div>
        )}
        {team.retiring.map((figure) => (
          <div key={figure.label}>
            <dt>{figure.label === '已到龄' ? '已到龄' : `${figure.label}到龄`}</dt>
            <dd>
              <FigureButton team={team} figure={figure} onDrill={onDrill} /> 人
            </dd>
          </div>
        ))}
      </dl>
      {team.advice.length > 0 && (
        <p className="team-advice" role="note">
          提示：{team.advice.join('')}
          <span className="soft-text">（{rule.source}）</span>
        </p>
      )}
      <div className="team-structures">
        {ages && (
          <figure className="team-ages">
            <figcaption>年龄</figcaption>
            <BarChart
              label="年龄结构"
              bars={ages.figures}
              number={(figure) => <FigureButton team={team} figure={figure} onDrill={onDrill} />}
            />
          </figure>
        )}
        {[...others, { id: 'source', head: '来源', figures: team.sources }].map(({ id, head, figures }) => (
          <figure key={id}>
            <figcaption>{head}</figcaption>
            <table>
              <tbody>
                {figures.map((figure) => (
                  <tr key={figure.label}>
                    <th scope="row">{figure.label}</th>
                    <td>
                      <FigureButton team={team} figure={figure} onDrill={onDrill} />
                    </td>
                    <td className="stats-share">{shareText(figure.share)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </figure>
        ))}
      </div>
      <Members team={team} />
    </article>
  );
}

function Aged({ person }: { person: TeamPortrait['youngest'] }) {
  if (person === null) return '—';
  return (
    <>
      {person.age} 岁{' '}
      <Link to="/cadres/$id" params={{ id: person.id }}>
        {person.name}
      </Link>
    </>
  );
}

function Fact({ label, value }: { label: string; value: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Members({ team }: { team: TeamPortrait }) {
  return (
    <div className="stats-scroll">
      <table className="team-members">
        <thead>
          <tr>
            {['姓名', '班子职务', '现任职务', '性别', '出生年月', '学历', '任现职', '法定退休'].map(
              (head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {team.members.map((member) => (
            <tr key={member.id}>
              <th scope="row">
                <Link to="/cadres/$id" params={{ id: member.id }}>
                  {member.name}
                </Link>
              </th>
              <td>{member.roleLabel}</td>
              <td className="is-text">{member.post}</td>
              <td>{member.sex}</td>
              <td className="is-line">
                {member.birth.slice(0, 7)}
                {member.age !== null && `（${member.age}岁）`}
              </td>
              <td>{member.education}</td>
              <td className="is-line">{tenureText(member.monthsInPost)}</td>
              <td>{member.retirement}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function tenureText(months: number | null): string {
  if (months === null) return '';
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return [years > 0 && `${years}年`, rest > 0 && `${rest}个月`].filter(Boolean).join('') || '不满1个月';
}
