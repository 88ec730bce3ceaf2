import type { PeopleFound } from '#modules/query/web';
import type { Roster, RosterColumn } from '../../model/roster.ts';

/** The layout of a book, without its people. */
export type RosterLayout = Pick<Roster, 'subtitle' | 'grouping' | 'sort' | 'catalogue' | 'columns' | 'notes'>;

type FoundColumn = PeopleFound['columns'][number];

const first: readonly RosterColumn[] = [
  { heading: '序号', width: 5, align: 'center', content: { kind: 'sequence' } },
  { heading: '姓名', width: 9, align: 'center', content: { kind: 'field', field: 'A01.name' } },
];

/** Two characters stand for one Chinese one. */
const narrowest = 8;
const mostColumns = 40;

/** The columns of a list as those of a roster. */
function columnsOf(columns: readonly FoundColumn[]): RosterColumn[] {
  const others = columns.map(({ name, label, kind }): RosterColumn => {
    const heading = label.length > 2 ? label.replace(/代码$/, '') : label;
    const isLong = kind === 'paragraph' || name === 'posts';
    const isText = kind === 'text' || kind === 'unit';
    return {
      heading: heading.slice(0, 40),
      width: isLong ? 34 : Math.min(24, Math.max(isText ? 16 : narrowest, heading.length * 2 + 2)),
      align: isLong || isText ? 'left' : 'center',
      content: { kind: 'field', field: name },
    };
  });
  return [...first, ...others].slice(0, mostColumns);
}

/** A roster of the people of the query page, in the layout of a book or with the columns of the list. */
export function rosterOfPeople(people: PeopleFound, title: string, book: RosterLayout | null): Roster {
  const { question, asOf, sort, columns } = people;
  const layout: RosterLayout = book ?? {
    subtitle: '',
    grouping: 'none',
    catalogue: false,
    columns: columnsOf(columns),
    notes: [],
    ...(sort.length > 0 ? { sort: sort.map((key) => ({ ...key })) } : {}),
  };
  return {
    subtitle: layout.subtitle,
    grouping: layout.grouping,
    catalogue: layout.catalogue,
    columns: layout.columns,
    notes: layout.notes,
    ...(layout.sort ? { sort: layout.sort } : {}),
    name: title,
    title,
    asOf: asOf === undefined ? { kind: 'today' } : { kind: 'date', date: asOf },
    question: question as Roster['question'],
  };
}
