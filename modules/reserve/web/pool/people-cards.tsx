import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { PeopleListProps } from './people-table.tsx';

const step = 60;

/** The list on a phone. */
export function PeopleCards({ listed, part, chosen, onToggle }: PeopleListProps) {
  const [shown, setShown] = useState(step);
  const at = (name: string): number => listed.columns.findIndex((column) => column.name === name);
  const places = {
    age: at('age'),
    sex: at('A01.sexCode'),
    posts: at('posts'),
    education: at('highestEducation'),
  };
  return (
    <>
      <ul className="reserve-people">
        {listed.people.slice(0, shown).map(({ id, name, texts, membership, review }) => (
          <li key={id}>
            <label className="reserve-choose">
              <input
                type="checkbox"
                aria-label={`选择${name}`}
                checked={chosen.has(id)}
                onChange={() => onToggle(id)}
              />
            </label>
            <div>
              <p>
                <Link to="/cadres/$id" params={{ id }}>
                  {name}
                </Link>
                <span className="soft-text">
                  {[texts[places.sex], `${texts[places.age] ?? ''} 岁`, texts[places.education]].join(' · ')}
                </span>
              </p>
              <p>{texts[places.posts]}</p>
              {membership && (
                <p className="soft-text">
                  {part === 'former'
                    ? `${membership.enteredOn}—${membership.exitedOn} ${membership.exitReason}`
                    : [
                        membership.batch,
                        `${membership.enteredOn} 入库`,
                        membership.direction,
                        review?.conclusion,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
      {listed.people.length > shown && (
        <Button block size="large" onClick={() => setShown(shown + step)}>
          显示更多（还有 {listed.people.length - shown} 人）
        </Button>
      )}
    </>
  );
}
