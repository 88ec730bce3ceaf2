import { textOf } from '#platform/model';
import { rowsOf } from '#platform/server';
import type { Problem } from '#modules/exchange';
import type { KnownPerson } from './known-people.ts';
import type { Decision } from './plan-batch.ts';

/**
 * Refuses what is decided about somebody outside the operator's units: a form may neither change nor show such people,
 * nor make somebody whom the operator could not see. They are matched all the same, so that nobody is made twice.
 *
 * @param units the units within reach; null without bounds
 * @param place where a new person would go; null is 未归属
 */
export function withinReach(
  decision: Decision,
  file: string,
  units: ReadonlySet<string> | null,
  place: string | null,
): Decision {
  if (units === null) return decision;
  const reaches = (person: KnownPerson) =>
    units.has(textOf(rowsOf(person.sets)['A01']?.[0], 'statisticalOrgCode'));
  switch (decision.kind) {
    case 'planned': {
      const { known, plan } = decision;
      const isOurs = known ? reaches(known) : plan.state === 'unchanged' || units.has(place ?? '');
      return isOurs ? decision : { kind: 'refused', problem: outOfReach(file, known !== null) };
    }
    case 'ambiguous':
      return decision.candidates.every(({ person }) => reaches(person))
        ? decision
        : { kind: 'refused', problem: outOfReach(file, true) };
    default:
      return decision;
  }
}

function outOfReach(file: string, isKnown: boolean): Problem {
  const message = isKnown
    ? '这份表可能涉及您管理范围以外的干部，未导入，请交有权限的人员办理。'
    : '新增的干部不在您管理范围内的机构，未导入，请为本次导入选定您管理的机构。';
  return { file, level: 'error', code: 'out-of-scope', field: 'file', value: '', message };
}
