import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';

/** What the address of 历任 carries: a unit, a slot or the title of a post, a date; nothing personal. */
export interface PortraitSearch {
  readonly unit: string;
  readonly slot?: string;
  readonly title?: string;
  readonly asOf?: string;
}

/** Opens 历任 of a slot. */
export function SlotLink({ title, ...search }: PortraitSearch) {
  return (
    <Link to="/units/posts" search={search}>
      {title}
    </Link>
  );
}

/** Titles as they are written one behind the other, each of which opens its 历任. */
export function TitleLinks({ unit, titles, asOf }: { unit: string; titles: string; asOf: string | null }) {
  return titles.split('、').map((title, index) => (
    <Fragment key={title}>
      {index > 0 && '、'}
      <Link to="/units/posts" search={{ unit, title, ...(asOf ? { asOf } : {}) }}>
        {title}
      </Link>
    </Fragment>
  ));
}
