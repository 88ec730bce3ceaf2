import { formerSpellings, isInnerOffice, placesOf, spellingsOf, type IndexedUnit } from './unit-spellings.ts';

/** A unit that a text begins with. */
export interface UnitMatch {
  readonly id: string;
  /** The formal name. */
  readonly name: string;
  /** How many characters of the text name it. */
  readonly length: number;
}

/** Finds units by the names that people write. */
export interface UnitIndex {
  /** Every spelling with which the text begins, the longest first; several units where they share a spelling. */
  match(text: string): UnitMatch[];
  /** The unit that the whole text names, if exactly one does. */
  named(text: string): UnitMatch | null;
  /** Is the first unit an office of the second? */
  isOfficeOf(unit: string, above: string): boolean;
  /** The unit itself, or for an internal office (内设机构) the unit that it belongs to. */
  legalUnit(id: string): { readonly id: string; readonly name: string } | null;
}

interface Entry {
  readonly unit: IndexedUnit;
  /** How well the spelling fits: of several units only those that it fits best are answered. */
  readonly fit: number;
}

/** A name of today before what people write instead, before a name of the past; units that are there before others. */
const fits = { own: 0, other: 2, former: 4, abolished: 1 } as const;

/**
 * Builds the index: every unit under its name, its short name, with and without the district, and under the usual other
 * spellings (人民政府 and 政府, 街道 and 街道办事处), and under the names that it bore in the past. A look-up costs a few map reads, however many units there are.
 */
export function createUnitIndex(units: readonly IndexedUnit[]): UnitIndex {
  const places = placesOf(units);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const byName = Map.groupBy(units, (unit) => unit.name);
  const aboveOf = (unit: IndexedUnit): IndexedUnit | undefined => {
    const above = byName.get(unit.parentName ?? '') ?? [];
    return above.length === 1 && above[0] !== unit ? above[0] : undefined;
  };
  const spelled = new Map<string, Entry[]>();
  /** The lengths of the spellings by their first two characters, the longest first. */
  const lengths = new Map<string, number[]>();
  const add = (spelling: string, entry: Entry): void => {
    const entries = spelled.get(spelling);
    if (!entries) {
      spelled.set(spelling, [entry]);
      const start = spelling.slice(0, 2);
      const known = lengths.get(start) ?? [];
      if (!known.includes(spelling.length))
        lengths.set(
          start,
          [...known, spelling.length].sort((a, b) => b - a),
        );
    } else if (!entries.some((each) => each.unit.id === entry.unit.id)) entries.push(entry);
  };
  for (const unit of units) {
    if (unit.kind === '3' || unit.name === '') continue;
    const above = aboveOf(unit);
    const parents = above ? allSpellings(above, aboveOf(above)) : unit.parentName ? [unit.parentName] : [];
    const { own, others } = spellingsOf(unit, places, parents);
    const late = unit.abolished ? fits.abolished : 0;
    for (const spelling of own) add(spelling, { unit, fit: fits.own + late });
    for (const spelling of others) add(spelling, { unit, fit: fits.other + late });
    for (const spelling of formerSpellings(unit, places, parents)) {
      add(spelling, { unit, fit: fits.former + late });
    }
  }

  function allSpellings(unit: IndexedUnit, above: IndexedUnit | undefined): string[] {
    const grand = above && isInnerOffice(unit) ? spellingsOf(above, places, []).own : [];
    const { own, others } = spellingsOf(unit, places, grand);
    return [...own, ...others];
  }

  function matchesAt(text: string, length: number): UnitMatch[] {
    const entries = spelled.get(text.slice(0, length)) ?? [];
    const best = Math.min(...entries.map(({ fit }) => fit));
    const fitting = entries.filter(({ fit }) => fit === best);
    return fitting.map(({ unit }) => ({ id: unit.id, name: unit.name, length }));
  }

  return {
    match: (text) =>
      (lengths.get(text.slice(0, 2)) ?? [])
        .filter((length) => length <= text.length)
        .flatMap((length) => matchesAt(text, length)),
    named(text) {
      const matches = matchesAt(text, text.length);
      return matches.length === 1 ? (matches[0] ?? null) : null;
    },
    isOfficeOf(id, above) {
      const unit = byId.get(id);
      return unit !== undefined && aboveOf(unit)?.id === above;
    },
    legalUnit(id) {
      let unit = byId.get(id);
      for (let step = 0; unit && isInnerOffice(unit) && step < 8; step += 1) unit = aboveOf(unit);
      return unit && unit.kind !== '3' && !isInnerOffice(unit) ? { id: unit.id, name: unit.name } : null;
    },
  };
}
