import { CadreError } from './errors.ts';
import { can, type Actor, type Permission } from './permissions.ts';

/** The permissions that decide what of the records stands in a file. */
const sights: readonly Permission[] = [
  'cadre:read',
  'cadre:sensitive',
  'unit:read',
  'quota:read',
  'check:read',
  'reserve:read',
];

/**
 * The ids of every unit within somebody's scope, those below the units that his account names among them: a reorganization
 * moves units in and out of a scope that reads the same. Null is the whole office.
 */
type Reach = readonly string[] | null;

interface Rights {
  readonly sights: readonly string[];
  /** Missing where an earlier version noted the scope alone. */
  readonly reach?: Reach;
}

/** What somebody is shown now, as a text that is kept beside a file made for him. */
export function rightsOf(actor: Pick<Actor, 'permissions'>, reach: Reach): string {
  const rights: Rights = {
    sights: sights.filter((sight) => can(actor, sight)),
    reach: reach && reach.toSorted(),
  };
  return JSON.stringify(rights);
}

/**
 * Refuses (`rights-withdrawn`) to hand out a file, or show a preview, that was made with rights which the actor has no
 * longer. More rights than then do no harm; one of which nobody noted the rights (empty) is refused.
 */
export function requireRights(actor: Pick<Actor, 'permissions'>, reach: Reach, rights: string): void {
  const then = rights === '' ? null : (JSON.parse(rights) as Rights);
  const isAsThen =
    then !== null &&
    then.sights.every((sight) => can(actor, sight as Permission)) &&
    isWithin(then.reach, reach);
  if (isAsThen) return;
  throw new CadreError(
    'rights-withdrawn',
    403,
    '内容生成以后，您的权限或管理范围有所变动，不能再查看或下载。请按现有的权限重新生成。',
  );
}

function isWithin(then: Reach | undefined, now: Reach): boolean {
  if (now === null) return true;
  const units = new Set(now);
  return then?.every((unit) => units.has(unit)) === true;
}
