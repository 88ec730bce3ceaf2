import type { SourceUnit } from '#engine';

/** Areas below the district, each a block of the statutory order, each with bureaus that have units below them. */
const areas = 20;
const bureau = 25;

/** How many of the areas are within reach in nearly all questions. */
export const wideScope = 19;

/** How many units a district of so many people has. */
export function unitsFor(persons: number): number {
  return Math.max(areas * 2, Math.floor(persons / 40 / areas) * areas);
}

export function unitId(place: number): string {
  return `u${place}`;
}

/** All units in statutory order, places from 1; the district itself comes first. */
export function* unitsOf(persons: number): Generator<SourceUnit, void> {
  const size = unitsFor(persons) / areas;
  yield { id: unitId(0), name: '全区', parent: null };
  for (let place = 1; place <= size * areas; place++) {
    const inArea = (place - 1) % size;
    const inBureau = (inArea - 1) % bureau;
    const above = inArea === 0 ? 0 : inBureau === 0 ? place - inArea : place - inBureau;
    yield { id: unitId(place), name: `第${place}单位`, parent: unitId(above) };
  }
}

/** The heads of the first areas: who may see these sees so many twentieths. */
export function firstAreas(persons: number, count: number): readonly string[] {
  const size = unitsFor(persons) / areas;
  return Array.from({ length: count }, (_, area) => unitId(area * size + 1));
}

/** The last place within the first areas, which is how the peers are told the scope. */
export function lastPlace(persons: number, count: number): number {
  return (unitsFor(persons) / areas) * count;
}
