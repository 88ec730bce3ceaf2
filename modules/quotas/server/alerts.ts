import { dateText } from '#engine';
import { printDate, type OperationOutput } from '#platform/model';
import type { Store } from '#platform/server';
import { unitEndOn } from '#modules/organization';
import {
  buckets,
  isRankGroup,
  leadingBuckets,
  lifeOn,
  nameOn,
  rankGroups,
  type AlertKind,
  type QuotaAlert,
  type QuotaLine,
  type readQuotaAlerts,
  type TableBucket,
} from '#modules/quotas';
import { readNumber } from './column-views.ts';
import { nameReader, type NamedPlace } from './names.ts';
import type { FoundPlace } from './place-store.ts';
import { inOrder, linesOf, placesOfLines } from './quota-list.ts';
import { rankMarks } from './rank-table.ts';
import type { QuotaSight } from './quota-office.ts';
import { slotFaults } from './slot-faults.ts';
import { headOf, outOfReach, unitNameOf } from './told.ts';
import { vacancyList } from './vacancies.ts';

/** 职数预警, the kinds one after another, each in the order of the tree. */
export function quotaAlerts(
  store: Store,
  sight: QuotaSight,
  unit: string | undefined,
): OperationOutput<typeof readQuotaAlerts> {
  const all = linesOf(sight, unit);
  const isLeft = ({ place }: QuotaLine): boolean => {
    const own = sight.book.units[place];
    return own !== undefined && lifeOn(own, sight.day) === 'abolished';
  };
  const lines = all.filter((line) => !isLeft(line));
  // People are looked at where something is to be told of them: there may be hundreds of thousands.
  const places = placesOfLines(
    sight,
    lines.filter(({ bucket }) => !isRankGroup(bucket)),
  );
  const tell = teller(sight);
  const { principalVacancy, comingVacancy } = sight.tools.rules;
  return {
    ...headOf(sight),
    months: { vacant: principalVacancy.value.months, coming: comingVacancy.value.months },
    alerts: [
      ...overAlerts(lines, places, tell),
      ...ratioAlerts(sight, lines, tell),
      ...vacantAlerts(store, sight, unit, tell),
      ...comingAlerts(sight, places, tell),
      ...endedAlerts(sight, all.filter(isLeft), tell),
      ...numberAlerts(sight, lines, tell),
      ...paperAlerts(places, tell),
      ...twoPlaceAlerts(sight, places, tell),
      ...slotAlerts(sight, places, tell),
    ],
  };
}

type Places = ReadonlyMap<QuotaLine, readonly FoundPlace[]>;
type Tell = ReturnType<typeof teller>;

function teller(sight: QuotaSight) {
  const reader = nameReader(sight);
  const named = (people: readonly FoundPlace[]): NamedPlace[] =>
    people.flatMap((place) => reader.named(place)).toSorted(inOrder);
  const tell = (
    kind: AlertKind,
    place: number,
    bucket: TableBucket | null,
    message: string,
    people: readonly NamedPlace[] = [],
  ): QuotaAlert => ({
    kind,
    unit: sight.book.units[place]?.id ?? '',
    unitName: unitNameOf(sight, place),
    bucket,
    message,
    people: people.map(({ person, id, name }) =>
      sight.seesPerson(person) ? { id, name } : { id: null, name: outOfReach },
    ),
  });
  return Object.assign(tell, { named });
}

function overAlerts(lines: readonly QuotaLine[], places: Places, tell: Tell): QuotaAlert[] {
  return lines
    .filter(({ excess }) => excess > 0)
    .map((line) => {
      const { place, bucket, approved, filled, excess } = line;
      const words = `${buckets[bucket].label}核定 ${approved} 名，实配 ${filled} 名，超 ${excess} 名。`;
      const counted = (places.get(line) ?? []).filter(({ isCounted }) => isCounted);
      return tell('over', place, bucket, words, tell.named(counted));
    });
}

function ratioAlerts(sight: QuotaSight, lines: readonly QuotaLine[], tell: Tell): QuotaAlert[] {
  const { tools, book } = sight;
  const marksOf = rankMarks(sight);
  const { upperConsultants } = tools.rules.ratios.value;
  return lines.flatMap((line) => {
    const { place, bucket, limit, filled, approved } = line;
    if (limit === null || !book.units[place]) return [];
    const label = buckets[bucket].label;
    const found: QuotaAlert[] = [];
    if (filled > limit)
      found.push(tell('ratio', place, bucket, `${label}按比例不超过 ${limit} 名，现有 ${filled} 名。`));
    if (approved !== null && approved > limit) {
      const words = `${label}核定 ${approved} 名，超过按比例测算的 ${limit} 名，请核对行政编制数。`;
      found.push(tell('ratio', place, bucket, words));
    }
    const { upper } = marksOf(line);
    const most = Math.floor((approved ?? limit) * upperConsultants);
    if (upper > most) {
      const share = Math.round(upperConsultants * 100);
      const words = `三级调研员 ${upper} 名，超过${label}职数的 ${share}%（${most} 名）。`;
      found.push(tell('ratio', place, bucket, words));
    }
    return found;
  });
}

function vacantAlerts(store: Store, sight: QuotaSight, unit: string | undefined, tell: Tell): QuotaAlert[] {
  const { months } = sight.tools.rules.principalVacancy.value;
  return vacancyList(store, sight, unit)
    .rows.filter((row) => row.bucket === 'principal' && (row.months === null || row.months >= months))
    .map(({ unit: id, post, since, months: vacant }) => {
      const since_ = since === null ? '空缺，没有任职记录' : `自 ${since} 起空缺 ${vacant} 个月`;
      return tell('principalVacant', sight.book.placeOf(id) ?? -1, 'principal', `${post}${since_}。`);
    });
}

function comingAlerts(sight: QuotaSight, places: Places, tell: Tell): QuotaAlert[] {
  const { months } = sight.tools.rules.comingVacancy.value;
  const left = readNumber(sight.engine.resolve('monthsToRetirement', sight.day));
  return [...places].flatMap(([line, own]) => {
    const going = own.filter(({ person, isCounted }) => {
      // When somebody retires says how old he is.
      if (!sight.seesPerson(person)) return false;
      const rest = left(person);
      return isCounted && rest !== null && rest >= 0 && rest <= months;
    });
    if (going.length === 0) return [];
    const words = `${buckets[line.bucket].label}中 ${going.length} 人 ${months} 个月内到达退休年龄。`;
    return [tell('comingVacancy', line.place, line.bucket, words, tell.named(going))];
  });
}

/** Units that have ended, with who is still recorded in a leading post there. */
function endedAlerts(sight: QuotaSight, lines: readonly QuotaLine[], tell: Tell): QuotaAlert[] {
  const { book, day } = sight;
  const leading = lines.filter(({ bucket }) => !isRankGroup(bucket));
  const places = placesOfLines(sight, leading);
  return [...Map.groupBy(leading, ({ place }) => place)].map(([place, own]) => {
    const people = own.flatMap((line) => places.get(line) ?? []);
    const many = new Set(people.map(({ person }) => person)).size;
    const ended = unitEndOn(book.units[place]?.events ?? [], dateText(day));
    const when = ended ? `已于 ${printDate(ended.on)} 撤销或并入其他机构` : '已撤销';
    const words = `机构${when}，仍有 ${many} 人登记为在任，请办理免职或改到承接机构。`;
    const first = Map.groupBy(people, ({ person }) => person).values();
    return tell('endedUnit', place, null, words, tell.named([...first].flatMap(([each]) => each ?? [])));
  });
}

/** Numbers that nobody registered, and documents that ran out without another one. */
function numberAlerts({ book, day }: QuotaSight, lines: readonly QuotaLine[], tell: Tell): QuotaAlert[] {
  const missing = lines
    .filter(({ approved, bucket, filled }) => approved === null && filled > 0 && bucket !== 'member')
    .map(({ place, bucket, filled }) =>
      tell(
        'noNumber',
        place,
        bucket,
        `${buckets[bucket].label}实配 ${filled} 名，没有登记核定职数，请补录文号和数额。`,
      ),
    );
  const places = [...new Set(lines.map(({ place }) => place))];
  const expired = places.flatMap((place) =>
    [...leadingBuckets, ...rankGroups].flatMap((bucket) => {
      const rows = book.units[place]?.rows.filter(({ code }) => code === buckets[bucket].code) ?? [];
      const isCovered = rows.some(
        ({ validFrom, validTo }) => (validFrom ?? 0) <= day && (validTo === null || validTo > day),
      );
      const last = rows
        .filter(({ validTo }) => validTo !== null && validTo <= day)
        .toSorted((a, b) => (b.validTo ?? 0) - (a.validTo ?? 0))[0];
      if (isCovered || !last?.validTo) return [];
      const until = printDate(dateText(last.validTo));
      const words = `${buckets[bucket].label}的核定文件${last.documentNo}已于 ${until} 到期，没有新的核定文件。`;
      return [tell('expired', place, bucket, words)];
    }),
  );
  return [...missing, ...expired];
}

function paperAlerts(places: Places, tell: Tell): QuotaAlert[] {
  return [...places].flatMap(([line, own]) => {
    const exempt = tell.named(own.filter(({ reason }) => reason === 'exempt'));
    const bare = exempt.filter(({ place }) => place.post?.exemptDocNo === '');
    if (bare.length === 0) return [];
    const words = `${buckets[line.bucket].label}中 ${bare.length} 人标记为不占职数，没有登记批准文号。`;
    return [tell('noDocument', line.place, line.bucket, words, bare)];
  });
}

function twoPlaceAlerts({ book, places: store, day }: QuotaSight, places: Places, tell: Tell): QuotaAlert[] {
  const counted = [...places].flatMap(([line, own]) =>
    own.filter(({ isCounted }) => isCounted).map((each) => ({ line, each })),
  );
  return [...Map.groupBy(counted, ({ each }) => each.person).values()].flatMap((own) => {
    const [first] = own;
    if (!first || own.length < 2) return [];
    const where = own.map(({ each, line }) => {
      const unit = book.units[book.placeOf(store.units.idOf(each.unit)) ?? -1];
      return `${unit ? nameOn(unit, day) : ''}${buckets[line.bucket].label}`;
    });
    const { place, bucket } = first.line;
    return [
      tell('twoPlaces', place, bucket, `同时占${where.join('、')}职数，请确认。`, tell.named([first.each])),
    ];
  });
}

/** Where a unit has slots, posts that fill none of them, or are of a higher level than theirs. */
function slotAlerts(sight: QuotaSight, places: Places, tell: Tell): QuotaAlert[] {
  const faultOf = slotFaults(sight);
  return [...places].flatMap(([line, own]) => {
    if (!['principal', 'deputy', 'member'].includes(line.bucket)) return [];
    const faults = Map.groupBy(
      own.filter(({ isCounted }) => isCounted),
      faultOf,
    );
    const { label } = buckets[line.bucket];
    const [without, above] = [faults.get('without') ?? [], faults.get('above') ?? []];
    const found: QuotaAlert[] = [];
    const add = (words: string, people: readonly FoundPlace[]) =>
      found.push(tell('noSlot', line.place, line.bucket, words, tell.named(people)));
    if (without.length > 0) add(`${label}中 ${without.length} 人没有对应本机构的职位。`, without);
    if (above.length > 0) add(`${label}中 ${above.length} 人的职务层次高于职位的最高层次。`, above);
    return found;
  });
}
