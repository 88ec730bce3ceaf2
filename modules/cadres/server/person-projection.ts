import { textOf, valueOf, type RecordRow } from '#platform/model';
import { nameKeys, type ProjectedSubject, type Projection, type StandingRow } from '#platform/server';

const lastPlace = 9_999;

/** Keeps `person_index` in step with the records. */
export const personProjection: Projection = {
  kind: 'person',
  sets: ['A01', 'A02', 'A57'],
  table: 'person_index',
  columns: [
    'id',
    'draft',
    'name',
    'pinyin',
    'name_sort',
    'national_id',
    'birth_month',
    'unit',
    'team_order',
    'level_sort',
    'photo',
  ],
  row: indexRow,
};

function indexRow({ id, draft, sets }: ProjectedSubject, standing?: StandingRow): unknown[] {
  const person = sets['A01']?.[0];
  const name = textOf(person, 'name');
  const keys = standing?.['name'] === name ? standing : namesOf(name);
  return [
    id,
    draft,
    name,
    keys['pinyin'],
    keys['name_sort'],
    textOf(person, 'nationalId') || null,
    textOf(person, 'birthDate').slice(0, 7) || null,
    textOf(person, 'statisticalOrgCode') || null,
    teamOrder(sets['A02'] ?? [], textOf(person, 'statisticalOrgCode')),
    levelSort(person),
    textOf(sets['A57']?.[0], 'data') || null,
  ];
}

function namesOf(name: string) {
  const { initials, sort } = nameKeys(name);
  return { pinyin: initials, name_sort: sort };
}

/**
 * The place in the team of the person's own unit: the lowest 集体内排序 of the posts served there. A place in the team of
 * an office below it says nothing about this one.
 */
function teamOrder(positions: readonly RecordRow[], unit: string): number {
  const places = positions
    .filter(
      (row) => textOf(row, 'tenureStatusCode') === '1' && textOf(row, 'orgCode') === unit && unit !== '',
    )
    .map((row) => valueOf(row, 'teamOrder'))
    .filter((order) => typeof order === 'number');
  return Math.min(lastPlace, ...places);
}

/** Level codes rise from the highest to the lowest, rank codes too; people without either come last. */
function levelSort(person: RecordRow | undefined): string {
  const level = textOf(person, 'positionLevelCode') || '~';
  const rank = textOf(person, 'rankCode') || '~';
  return `${level} ${rank}`;
}
