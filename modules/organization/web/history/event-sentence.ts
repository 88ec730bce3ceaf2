import { textOf, writtenOf, type CodeTables, type RecordRow, type UnitNames } from '#platform/model';
import { eventCodes } from '../../model/history/unit-events.ts';

/** What an event of UH01 did, as one says it. */
export function eventSentence(row: RecordRow, tables: CodeTables, unitName: UnitNames): string {
  const code = textOf(row, 'changeCode');
  const successor = textOf(row, 'successor');
  const level = (key: string): string =>
    tables.resolve('ZB03', textOf(row, key))?.label ?? writtenOf(row, key);
  const parts: string[] = [];
  const [nameBefore, nameAfter] = [textOf(row, 'nameBefore'), textOf(row, 'nameAfter')];
  if (code === eventCodes.founded) parts.push(nameAfter ? `设立，名称为“${nameAfter}”` : '设立');
  else if (nameAfter !== '' && nameAfter !== nameBefore)
    parts.push(nameBefore ? `由“${nameBefore}”更名为“${nameAfter}”` : `更名为“${nameAfter}”`);
  const [levelBefore, levelAfter] = [level('levelBefore'), level('levelAfter')];
  if (levelAfter !== levelBefore) {
    if (code === eventCodes.founded) parts.push(`规格为${levelAfter}`);
    else parts.push(`规格由${levelBefore || '未定'}调整为${levelAfter || '未定'}`);
  }
  const [above, below] = [textOf(row, 'parentBefore'), textOf(row, 'parentAfter')];
  if (above !== below) {
    if (code === eventCodes.founded) parts.push(`隶属${unitName(below)}`);
    else parts.push(`隶属由${above ? unitName(above) : '最上级'}调整为${below ? unitName(below) : '最上级'}`);
  }
  if (code === eventCodes.merged) {
    // What came in stands in the words of the clerk.
    parts.push(successor ? `并入${unitName(successor)}` : textOf(row, 'remark') || '其他机构并入');
  }
  if (code === eventCodes.abolished) parts.push(successor ? `撤销，职能划入${unitName(successor)}` : '撤销');
  return parts.join('，') || (tables.resolve('UH01-CHANGE', code)?.label ?? '');
}
