import type { ComponentType } from 'react';
import type { Permission } from '#platform/model';

/** A place of the navigation. */
export interface Place {
  readonly path: string;
  readonly label: string;
  /** Shown only to those who hold one of these. */
  readonly permissions: readonly Permission[];
  /** Places of one group stand in a menu of this name, where the first of them would stand. */
  readonly group?: string;
}

/** An entry of the navigation: a place, or a menu of several. */
export type NavigationEntry = Place | { readonly group: string; readonly places: readonly Place[] };

/** The navigation of somebody who holds these permissions; a menu of one place would only be a detour. */
export function navigationOf(
  places: readonly Place[],
  permissions: ReadonlySet<string>,
): readonly NavigationEntry[] {
  const permitted = places.filter((place) => place.permissions.some((each) => permissions.has(each)));
  const groups = Map.groupBy(permitted, ({ group }) => group);
  return permitted.flatMap((place): NavigationEntry[] => {
    const { group } = place;
    const together = groups.get(group) ?? [];
    if (group === undefined || together.length === 1) return [place];
    return together[0] === place ? [{ group, places: together }] : [];
  });
}

/** A page of a module; its component is loaded when the page is opened. */
export interface PageDefinition {
  /** In the router's spelling, for instance `/cadres/$id`. */
  readonly path: string;
  /** Title of the browser tab, without names of people. */
  readonly title: string;
  readonly load: () => Promise<ComponentType>;
  /** Reached without signing in and shown without the shell. */
  readonly public?: boolean;
  /** Keeps of the URL's query what the page understands. */
  readonly search?: (given: Record<string, unknown>) => Record<string, unknown>;
}

/** What a module brings to the user interface. */
export interface ModuleWeb {
  readonly places: readonly Place[];
  readonly pages: readonly PageDefinition[];
}
