import type { DateKey, Fact, PersonReader } from '#engine';
import type { CodeTables } from '#platform/model';
import type { RuleBook } from './rule-book.ts';
import {
  fromHistory,
  fromPosts,
  fromRegister,
  seriesOf,
  type Find,
  type Standing,
  type StandingPart,
} from './standing.ts';

/**
 * 职务层次 and 职级, two tracks: what the histories say of the reference date, and where they have nothing held, what A01
 * registers. For levels the posts (A02) are a history too.
 */
export function levelFacts(tables: CodeTables, rules: RuleBook): Fact[] {
  const series = seriesOf(tables);
  const level = (reader: PersonReader, asOf: DateKey, part: StandingPart): Find =>
    firstOf([
      fromHistory(reader, asOf, 'level', series, part),
      fromPosts(reader, asOf, series, rules, part),
      fromRegister(reader, asOf, 'level', series),
    ]);
  const rank = (reader: PersonReader, asOf: DateKey, part: StandingPart): Find =>
    firstOf([fromHistory(reader, asOf, 'rank', series, part), fromRegister(reader, asOf, 'rank', series)]);
  return [
    {
      name: 'postLevel',
      label: '现职务层次',
      kind: 'code',
      codes: 'ZB09',
      stepwise: true,
      ...reading(level, 'code'),
    },
    {
      name: 'postLevelSince',
      label: '任现职务层次时间',
      kind: 'date',
      stepwise: true,
      ...reading(level, 'since'),
    },
    {
      name: 'monthsAtLevel',
      label: '任现职务层次月数',
      kind: 'number',
      unit: '月',
      ...reading(level, 'months'),
    },
    {
      name: 'rank',
      label: '现职级',
      kind: 'code',
      codes: 'ZB148|ZB09',
      stepwise: true,
      ...reading(rank, 'code'),
    },
    { name: 'rankSince', label: '任现职级时间', kind: 'date', stepwise: true, ...reading(rank, 'since') },
    { name: 'monthsAtRank', label: '任现职级月数', kind: 'number', unit: '月', ...reading(rank, 'months') },
  ];
}

/** The first that finds something. */
function firstOf(finds: readonly Find[]): Find {
  const nothing: Standing = { code: null, since: null, months: null };
  return (person) => {
    let found = nothing;
    for (const find of finds) {
      found = find(person);
      if (found.code !== null) return found;
    }
    return found;
  };
}

function reading(
  bindFind: (reader: PersonReader, asOf: DateKey, part: StandingPart) => Find,
  part: StandingPart,
): Pick<Extract<Fact, { of: 'person' }>, 'of' | 'bind'> {
  return {
    of: 'person',
    bind(reader, asOf) {
      const find = bindFind(reader, asOf, part);
      return (person) => find(person)[part];
    },
  };
}
