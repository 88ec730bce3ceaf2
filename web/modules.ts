import { cadresWeb, registryWeb } from '#modules/cadres/web';
import { exchangeWeb } from '#modules/exchange/web';
import { identityWeb } from '#modules/identity/web';
import type { ModuleWeb } from '#platform/web';

/** The modules that have pages, in the order of the navigation. */
export const modules: readonly ModuleWeb[] = [cadresWeb, exchangeWeb, registryWeb, identityWeb];
