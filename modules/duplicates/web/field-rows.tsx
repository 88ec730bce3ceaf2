import type { OperationOutput } from '#platform/model';
import type { compareDuplicates } from '../model/contracts.ts';
import { usualField, type Kept } from './choices.ts';

interface FieldRowsProps {
  readonly fields: OperationOutput<typeof compareDuplicates>['fields'];
  readonly keepIndex: 0 | 1;
  readonly chosen: Readonly<Record<string, Kept>>;
  readonly onChoose: (key: string, kept: Kept) => void;
}

/** Fields that differ, one a line: what is to stay is marked, and a click takes the other. */
export function FieldRows({ fields, keepIndex, chosen, onChoose }: FieldRowsProps) {
  return (
    <tbody>
      {fields.map((field) => {
        const kept = field.verified ?? chosen[field.key] ?? usualField(field.texts, keepIndex);
        return (
          <tr key={field.key} className={field.differs ? 'is-different' : ''}>
            <th scope="row">
              {field.label}
              {field.differs && <span className="duplicates-mark">不同</span>}
              {field.verified !== null && (
                <span className="duplicates-mark is-same" title="以三龄认定的结果为准">
                  以认定为准
                </span>
              )}
            </th>
            {field.texts.map((text, index) => (
              <td key={index} className={kept === index ? 'is-kept' : ''}>
                <label className="duplicates-choice">
                  <input
                    type="radio"
                    name={field.key}
                    checked={kept === index}
                    disabled={field.verified !== null}
                    onChange={() => onChoose(field.key, index === 1 ? 1 : 0)}
                  />
                  <span>{text || '（空）'}</span>
                </label>
              </td>
            ))}
          </tr>
        );
      })}
    </tbody>
  );
}
