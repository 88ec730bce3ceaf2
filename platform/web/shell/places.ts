import type { ComponentType } from 'react';
import type { Permission } from '#platform/model';

/** A place of the navigation. */
export interface Place {
  readonly path: string;
  readonly label: string;
  /** Shown only to those who hold one of these. */
  readonly permissions: readonly Permission[];
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
