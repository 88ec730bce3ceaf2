import type { ReactNode } from 'react';
import type { TeamHolder } from '../../model/contracts.ts';
import { TitleLinks } from '../portrait/portrait-link.tsx';
import { PersonLink } from '../tables/names-drawer.tsx';

const kinds: Readonly<Record<TeamHolder['kind'], string>> = {
  main: '',
  concurrent: '兼职',
  attached: '挂职',
};

interface HolderLineProps {
  readonly holder: TeamHolder;
  /** Given where the titles are no slot: each then opens who held it. */
  readonly unit?: string;
  readonly asOf?: string | null;
  readonly children?: ReactNode;
}

/** A member of a team: who, as what, since when, and whether the place counts. */
export function HolderLine({ holder, unit, asOf, children }: HolderLineProps) {
  const { id, name, titles, since, kind, counted, reason } = holder;
  return (
    <li>
      <span className="team-name">
        {id === null ? <span className="soft-text">{name}</span> : <PersonLink id={id} name={name} />}
      </span>
      <span className="team-titles">
        {unit === undefined ? titles : <TitleLinks unit={unit} titles={titles} asOf={asOf ?? null} />}
        {kinds[kind] !== '' && <span className="quota-mark is-soft">{kinds[kind]}</span>}
      </span>
      <span className="soft-text">
        {[since && `${since} 起`, counted === false && reason].filter(Boolean).join('，')}
      </span>
      <span className="team-action">{children}</span>
    </li>
  );
}
