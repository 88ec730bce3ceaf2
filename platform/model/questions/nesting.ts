/** Conditions within conditions, deeper than anybody asks; the engine's own limit lies below. */
const deepest = 100;

/** Where conditions hang below one another. */
const below: readonly string[] = ['where', 'of', 'spans'];

interface Place {
  readonly value: unknown;
  readonly path: readonly (string | number)[];
  readonly depth: number;
}

/**
 * The place where conditions are nested too deeply, null when they are nowhere. Walks with a stack of its own and stops
 * at the limit, so that no nesting can overflow the stack of whoever parses the value afterwards.
 */
export function tooDeepPlace(value: unknown): readonly (string | number)[] | null {
  const places: Place[] = [{ value, path: [], depth: 0 }];
  for (let place = places.pop(); place; place = places.pop()) {
    if (place.depth > deepest) return place.path;
    pushBelow(place, places);
  }
  return null;
}

function pushBelow({ value, path, depth }: Place, places: Place[]): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      if (isObject(item)) places.push({ value: item, path: [...path, index], depth: depth + 1 });
    }
    return;
  }
  if (!isObject(value)) return;
  for (const key of below) {
    const inner = value[key];
    if (isObject(inner)) {
      places.push({ value: inner, path: [...path, key], depth: Array.isArray(inner) ? depth : depth + 1 });
    }
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
