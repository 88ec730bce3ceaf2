import type { UnitData } from '../unit-part.ts';

export type UnitAction = 'found' | 'rename' | 'regrade' | 'move' | 'abolish';

export interface OfferedAction {
  readonly key: UnitAction;
  readonly label: string;
  readonly grave: boolean;
}

/** What can happen to a unit; nothing more once it has ended. */
export function actionsFor(unit: UnitData): readonly OfferedAction[] {
  if (unit.life !== 'living') return [];
  const offered = (key: UnitAction, label: string, grave = false): OfferedAction => ({ key, label, grave });
  return [
    offered('found', '新增下级'),
    offered('rename', '更名'),
    ...(unit.kindCode === '3' ? [] : [offered('regrade', '规格调整')]),
    offered('move', '隶属调整'),
    offered('abolish', '撤销机构', true),
  ];
}
