import type { OperationOutput } from '#platform/model';
import type { Store } from '#platform/server';
import { staffOn, type readHeadcount, type readHeadcountNames } from '#modules/quotas';
import { textView } from './column-views.ts';
import { nameReader } from './names.ts';
import { legalPlaces } from './quota-table.ts';
import type { QuotaSight } from './quota-office.ts';
import { postText } from './team-posts.ts';
import { dayText, headOf, labelOf, outOfReach, unitNameOf, unitOf } from './told.ts';

const table = 'ZB135';

/** Kinds of staffing in the order of the table. */
function kindsOf(store: Store): { kind: string; label: string }[] {
  const items = store.tables.get(table)?.items ?? [];
  return items.flatMap(({ code, label }) => (code === null ? [] : [{ kind: code, label }]));
}

/** 在职 people on the day, by root row. */
function serving({ engine, day }: QuotaSight): Uint32Array | readonly number[] {
  const asking = {
    question: { population: 'serving' as const },
    asOf: day,
    scope: null,
    hideSensitive: true,
  };
  return engine.ask(asking, (found) => found.rows([], 0, found.count).slice());
}

/** 编制情况: approved against people in office, by legal unit and kind of staffing. */
export function headcountTable(
  store: Store,
  sight: QuotaSight,
  unit: string | undefined,
): OperationOutput<typeof readHeadcount> {
  const { book, day, engine } = sight;
  const kinds = kindsOf(store);
  const real = new Map<string, number>();
  const home = textView(engine.dataset, 'A01.statisticalOrgCode').text;
  const staffing = textView(engine.dataset, 'A01.staffingTypeCode').text;
  for (const person of serving(sight)) {
    const own = home(person);
    const legal = own === null ? null : book.places.legalOf(own);
    const key = `${legal ?? ''} ${staffing(person) ?? ''}`;
    real.set(key, (real.get(key) ?? 0) + 1);
  }
  const rows = legalPlaces(sight, unit).flatMap((place) => {
    const own = book.units[place];
    if (!own) return [];
    const cells = kinds.map(({ kind, label }) => {
      const known = staffOn(own, kind, day);
      const count = real.get(`${own.id} ${kind}`) ?? 0;
      return {
        kind,
        label,
        approved: known?.approved ?? null,
        documentNo: known?.row?.documentNo ?? '',
        real: count,
        vacant: known === null ? null : known.approved - count,
      };
    });
    const isEmpty = cells.every((cell) => cell.approved === null && cell.real === 0);
    return isEmpty ? [] : [{ unit: unitOf(store, sight, place), kinds: cells }];
  });
  return { ...headOf(sight), kinds, rows };
}

/** Who is in office in a unit with a kind of staffing. */
export function headcountNames(
  store: Store,
  sight: QuotaSight,
  asked: { readonly unit: string; readonly kind: string },
): OperationOutput<typeof readHeadcountNames> {
  const { book, engine } = sight;
  const [place] = legalPlaces(sight, asked.unit).filter((each) => book.units[each]?.id === asked.unit);
  if (place === undefined) return { ...headOf(sight), names: [] };
  const home = textView(engine.dataset, 'A01.statisticalOrgCode').text;
  const staffing = textView(engine.dataset, 'A01.staffingTypeCode').text;
  const reader = nameReader(sight);
  const unitName = unitNameOf(sight, place);
  const reason = labelOf(store, table, asked.kind);
  const names = [...serving(sight)]
    .filter((person) => {
      const own = home(person);
      return staffing(person) === asked.kind && own !== null && book.places.legalOf(own) === asked.unit;
    })
    .map((person) => {
      const known = sight.seesPerson(person);
      return {
        id: known ? reader.idOf(person) : null,
        name: known ? reader.nameOf(person) : outOfReach,
        counted: true,
        reason,
        title: known ? postText(reader.careerOf(person), sight.day) : '',
        since: dayText(null),
        unitName,
        isConcurrent: false,
      };
    });
  return { ...headOf(sight), names };
}
