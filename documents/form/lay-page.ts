import type { FamilyContent, CellSpec, ValueContent } from './geometry.ts';
import type { PageRequest } from './lay-cells.ts';
import { layFamily, layPair, layPhoto, layValue } from './lay-cells.ts';
import type { Box, CellTarget, FormPage, LaidCell, OverflowNote, PlacedText, ValueBox } from './layout.ts';
import { placeValue } from './place-text.ts';

/** A page and what did not fit on it. */
export interface LaidPage {
  page: FormPage;
  overflow: OverflowNote[];
}

interface Laid {
  cells: readonly LaidCell[];
  texts: readonly PlacedText[];
  boxes: readonly ValueBox[];
  /** How a message names the cell. */
  label: string;
}

const boxOf = (box: Box, target: CellTarget): ValueBox => ({ ...box, target });

const value = (cell: LaidCell, label: string): Laid => ({
  cells: [cell],
  texts: placeValue(cell),
  boxes: cell.target ? [boxOf(cell.box, cell.target)] : [],
  label,
});

const familyLabels: Record<FamilyContent['column'], string> = {
  relation: '称谓',
  name: '姓名',
  birth: '年龄',
  politicalStatus: '政治面貌',
  workUnitAndPost: '工作单位及职务',
};

/** The two lines of a pair are two boxes, also where one text stands in the middle of both. */
function pairBoxes(cells: readonly LaidCell[], fields: readonly [ValueContent, ValueContent]): ValueBox[] {
  const targets = fields.map((content): CellTarget => ({ kind: 'field', field: content.field }));
  return targets.flatMap((target, index) => {
    const own = cells[index];
    if (own && cells.length === 2) return [boxOf(own.box, target)];
    const both = cells[0]?.box;
    if (!both) return [];
    const height = both.height / 2;
    return [boxOf({ ...both, y: both.y + index * height, height }, target)];
  });
}

function layCell(request: PageRequest, cell: CellSpec, next: CellSpec | undefined): Laid | null {
  const { content } = cell;
  switch (content.kind) {
    case 'label':
    case 'seal': {
      const printed = request.frame.printed.get(cell);
      return printed ? { cells: [printed.cell], texts: printed.texts, boxes: [], label: '' } : null;
    }
    case 'photo':
      return value(layPhoto(request, cell), '照片');
    case 'family': {
      const person = `家庭成员第${request.firstFamilyRow + content.row + 1}人`;
      return value(layFamily(request, cell, content), `${person}的${familyLabels[content.column]}`);
    }
    case 'value': {
      const label = fieldLabels[content.field] ?? '';
      if (content.pair === 'lower') return null;
      if (content.pair !== 'upper' || next?.content.kind !== 'value') {
        return value(layValue(request, cell, content), label);
      }
      const cells = layPair(request, [cell, content], [next, next.content]);
      return {
        cells,
        texts: cells.flatMap(placeValue),
        boxes: pairBoxes(cells, [content, next.content]),
        label,
      };
    }
  }
}

/** Chinese names of the fields that are cells of the table, for messages. */
const fieldLabels: Partial<Record<ValueContent['field'], string>> = {
  name: '姓名',
  sex: '性别',
  birth: '出生年月',
  ethnicGroup: '民族',
  nativePlace: '籍贯',
  birthPlace: '出生地',
  partyJoin: '入党时间',
  workStart: '参加工作时间',
  health: '健康状况',
  technicalTitle: '专业技术职务',
  specialty: '熟悉专业有何专长',
  ftEducation: '全日制教育学历学位',
  ftEducationSchool: '全日制教育毕业院校系及专业',
  isEducation: '在职教育学历学位',
  isEducationSchool: '在职教育毕业院校系及专业',
  currentPost: '现任职务',
  proposedPost: '拟任职务',
  proposedRemoval: '拟免职务',
  resume: '简历',
  rewardsPenalties: '奖惩情况',
  assessments: '年度考核结果',
  reason: '任免理由',
  reportingOrg: '呈报单位',
  filledOn: '呈报日期',
};

/** Lays out the table of one page; what stands outside the table is added by `layoutForm`. */
export function layPage(
  request: PageRequest,
  kind: FormPage['kind'],
  sheet: { width: number; height: number },
): LaidPage {
  const { page: geometry, rows, rules } = request.frame;
  const laid = geometry.cells.flatMap(
    (cell, index) => layCell(request, cell, geometry.cells[index + 1]) ?? [],
  );
  const cells = laid.flatMap((each) => each.cells);
  const overflow = laid.flatMap(({ cells: own, label }) =>
    own.flatMap(({ target, fitted }) =>
      target && fitted.lost ? [{ target, label, lost: fitted.lost }] : [],
    ),
  );
  const page: FormPage = {
    kind,
    sheet,
    grid: { x: geometry.left, y: geometry.top, columns: geometry.columns, rows },
    cells,
    rules,
    texts: laid.flatMap((each) => each.texts),
    boxes: laid.flatMap((each) => each.boxes),
    photo: cells.find((cell) => cell.kind === 'photo')?.box ?? null,
  };
  return { page, overflow };
}
