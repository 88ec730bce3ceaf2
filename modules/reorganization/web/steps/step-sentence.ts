import type { ReorganizationStep } from '../../model/plan.ts';

export const stepLabels: Readonly<Record<ReorganizationStep['kind'], string>> = {
  create: '新设机构',
  merge: '合并',
  abolish: '撤销',
  rename: '更名',
  regrade: '规格调整',
  move: '隶属调整',
  transferOffices: '划转内设机构',
  transferPeople: '划转人员',
};

/** A step as it is read aloud. */
export function stepSentence(step: ReorganizationStep, nameOf: (ref: string) => string): string {
  switch (step.kind) {
    case 'create':
      return `新设${step.name}，${step.parent === null ? '为最上级机构' : `隶属${nameOf(step.parent)}`}`;
    case 'merge':
      return `${listOf(step.units, nameOf)}并入${nameOf(step.into)}，${officesOf(step.offices)}`;
    case 'abolish':
      return `撤销${nameOf(step.unit)}，${
        step.successor === null
          ? '没有承接机构'
          : `由${nameOf(step.successor)}承接，${officesOf(step.offices)}`
      }`;
    case 'rename':
      return `${nameOf(step.unit)}更名为${step.name}`;
    case 'regrade':
      return `${nameOf(step.unit)}调整规格`;
    case 'move':
      return `${nameOf(step.unit)}调整为${step.parent === null ? '最上级机构' : `隶属${nameOf(step.parent)}`}`;
    case 'transferOffices':
      return `内设机构${listOf(step.units, nameOf)}划入${nameOf(step.to)}，人员随转`;
    case 'transferPeople':
      return `${nameOf(step.from)} ${step.people.length} 人划转到${nameOf(step.to)}`;
  }
}

function officesOf(offices: 'move' | 'end'): string {
  return offices === 'move' ? '内设机构随转' : '内设机构一并撤销';
}

function listOf(units: readonly string[], nameOf: (ref: string) => string): string {
  const names = units.slice(0, 4).map(nameOf);
  return names.join('、') + (units.length > 4 ? `等 ${units.length} 个机构` : '');
}
