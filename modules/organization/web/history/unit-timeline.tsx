import { printDate, textOf, type RecordRow } from '#platform/model';
import { useRegistry, useTablesOf } from '#platform/web';
import { unitEvents } from '../../model/history/unit-events.ts';
import { unitChangeSet } from '../../model/sets/uh01-unit-change.ts';
import type { UnitData } from '../unit-part.ts';
import { useUnits } from '../use-units.ts';
import { eventSentence } from './event-sentence.ts';

const needed = [unitChangeSet];

/** 沿革 on a line, the newest first. */
export function UnitTimeline({ unit }: { readonly unit: UnitData }) {
  const registry = useRegistry();
  const { tables, ready } = useTablesOf(registry.find('UH01') ? needed : []);
  const { nameOf } = useUnits();
  const rows = (unit.sets['UH01']?.rows ?? []) as readonly RecordRow[];
  if (rows.length === 0 || !ready) return null;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const inTime = unitEvents(rows).flatMap(({ id }) => byId.get(id) ?? []);
  return (
    <ol className="unit-timeline" aria-label="机构沿革">
      {inTime.toReversed().map((row) => {
        const sentence = eventSentence(row, tables, nameOf);
        return (
          <li key={row.id}>
            <time>{printDate(textOf(row, 'changedOn'))}</time>
            <div>
              {sentence}
              <span className="soft-text">
                {[textOf(row, 'documentNo'), textOf(row, 'remark')]
                  .filter((text) => text !== '' && text !== sentence)
                  .join('　')}
              </span>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
