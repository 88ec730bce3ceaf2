import { sortedRows, textOf, type RecordRow } from '#platform/model';
import { isLive, nameKeys, parseRows, today, type Store } from '#platform/server';
import { endsUnit, eventCodes, unitEndOn, unitEvents } from '#modules/organization';
import type { CheckedUnit, CheckWorld } from '#modules/checks';

/** Reads what people's records are checked against: the code tables, and all units with their history and posts. */
export async function readCheckWorld(store: Store, day = today()): Promise<CheckWorld> {
  const records = await store.db
    .selectFrom('current_records')
    .innerJoin('subjects', 'subjects.id', 'current_records.subject')
    .select(['current_records.subject', 'current_records.set_code', 'current_records.rows'])
    .where('subjects.kind', '=', 'unit')
    .where(isLive)
    .where('current_records.set_code', 'in', ['B01', 'UH01', 'PS01'])
    .execute();
  const units = new Map<string, Record<string, readonly RecordRow[]>>();
  for (const { subject, set_code: code, rows } of records) {
    const sets = units.get(subject) ?? {};
    sets[code] = parseRows(rows);
    units.set(subject, sets);
  }
  const checked = new Map([...units].map(([id, sets]) => [id, checkedUnit(store, sets, day)]));
  const initials = new Map<string, string>();
  return {
    tables: store.tables,
    today: day,
    unit: (id) => checked.get(id),
    initials(name) {
      const known = initials.get(name);
      if (known !== undefined) return known;
      const read = nameKeys(name).initials.toUpperCase().split(' ')[0] ?? '';
      initials.set(name, read);
      return read;
    },
  };
}

function checkedUnit(
  store: Store,
  sets: Readonly<Record<string, readonly RecordRow[]>>,
  day: string,
): CheckedUnit {
  const events = unitEvents(sets['UH01'] ?? []);
  const founded = events.find(({ code }) => code === eventCodes.founded);
  const ended = unitEndOn(events, day) ?? events.find((event) => endsUnit(event) && event.on > day);
  return {
    name: textOf(sets['B01']?.[0], 'name'),
    foundedOn: founded?.on ?? '',
    endedOn: ended?.on ?? '',
    slots: sortedRows(store.registry.get('PS01'), sets['PS01'] ?? [])
      .filter((row) => {
        const until = textOf(row, 'abolishedOn');
        return until === '' || until > day;
      })
      .map((row) => ({ id: row.id, title: textOf(row, 'title') })),
  };
}
