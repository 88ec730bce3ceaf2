import { newId, printDate, textOf, valueOf, withValue, writtenOf, type RecordRow } from '#platform/model';
import { eventCodes, firstDay, hasHappened, unitEvents } from '../history/unit-events.ts';
import { unitLifeOn } from '../history/unit-state.ts';
import { organizationSet } from '../sets/b01-organization.ts';
import type { UnitChange } from '../unit-contracts.ts';
import { unitChangeError } from './unit-change-error.ts';

/** A unit as its records have it. */
export interface UnitRecords {
  /** The row of B01. */
  readonly row: RecordRow;
  /** The rows of UH01. */
  readonly history: readonly RecordRow[];
}

/**
 * What a change makes of the records of a unit: the new state in B01, and the event in UH01 that takes it back. Refuses
 * with `unit-change-invalid` what happened in the future, before a later event of the same kind, or changes nothing.
 *
 * @param today `YYYY-MM-DD`
 */
export function planUnitChange(unit: UnitRecords, change: UnitChange, today: string): UnitRecords {
  const { row, history } = unit;
  const events = unitEvents(history);
  if (!hasHappened(change, today)) throw unitChangeError('变动时间不能晚于今天。');
  if (unitLifeOn(events, today) === 'abolished') throw unitChangeError('该机构已经撤销，不能再办理变动。');
  const later = events.find(
    (event) => firstDay(event.on) > firstDay(change.on) && touches(event, change.kind),
  );
  if (later) {
    throw unitChangeError(
      `该机构在 ${printDate(later.on)} 已有同类变动。补录更早的变动，请直接在“沿革”中新增记录。`,
    );
  }
  const event: RecordRow = {
    id: newId(),
    changedOn: change.on,
    documentNo: change.documentNo ?? null,
    remark: change.remark ?? null,
  };
  switch (change.kind) {
    case 'rename': {
      const shortName = change.shortName ?? textOf(row, 'shortName');
      if (change.name === textOf(row, 'name')) throw unitChangeError('新名称与现用名称相同。');
      return {
        row: changed(changed(row, 'name', change.name), 'shortName', shortName || null),
        history: [
          ...history,
          {
            ...event,
            changeCode: eventCodes.renamed,
            nameBefore: textOf(row, 'name'),
            nameAfter: change.name,
          },
        ],
      };
    }
    case 'regrade': {
      if (change.level === textOf(row, 'levelCode')) throw unitChangeError('新级别与现在的级别相同。');
      const written = writtenOf(row, 'levelCode');
      return {
        row: changed(row, 'levelCode', change.level),
        history: [
          ...history,
          {
            ...event,
            changeCode: eventCodes.regraded,
            levelBefore: valueOf(row, 'levelCode'),
            levelAfter: change.level,
            ...(written === '' ? {} : { asWritten: { levelBefore: written } }),
          },
        ],
      };
    }
    case 'move': {
      const before = textOf(row, 'parentOrgCode') || null;
      if (change.parent === before) throw unitChangeError('新的上级机构与现在的相同。');
      return {
        row: changed(row, 'parentOrgCode', change.parent),
        history: [
          ...history,
          {
            ...event,
            changeCode: eventCodes.moved,
            parentBefore: before,
            parentAfter: change.parent,
          },
        ],
      };
    }
    case 'abolish': {
      if (change.merged && change.successor === null) throw unitChangeError('请选择并入的机构。');
      return {
        row,
        history: [
          ...history,
          {
            ...event,
            changeCode: change.merged ? eventCodes.merged : eventCodes.abolished,
            successor: change.successor,
          },
        ],
      };
    }
  }
}

/** The event that a unit gets when another one was merged into it. */
export function takenIn(name: string, change: UnitChange): RecordRow {
  return {
    id: newId(),
    changedOn: change.on,
    changeCode: eventCodes.merged,
    documentNo: change.documentNo ?? null,
    remark: `${name}并入`,
  };
}

/** Would taking the later event back and forth no longer fit, if the change came before it? */
function touches(event: ReturnType<typeof unitEvents>[number], kind: UnitChange['kind']): boolean {
  if (event.code === eventCodes.founded) return true;
  switch (kind) {
    case 'rename':
      return event.name.before !== event.name.after;
    case 'regrade':
      return event.level.before !== event.level.after;
    case 'move':
      return event.parent.before !== event.parent.after;
    case 'abolish':
      return true;
  }
}

function changed(row: RecordRow, key: string, value: string | null): RecordRow {
  const field = organizationSet.fields.find((each) => each.key === key);
  if (!field || textOf(row, key) === (value ?? '')) return row;
  return withValue(row, field, value);
}
