import type { OperationOutput } from '#platform/model';
import type { compareDuplicates } from '../model/contracts.ts';
import { usualField, type Kept } from './choices.ts';

interface FieldRowsProps {
  readonly fields: OperationOutput<typeof compareDuplicates>['fields'];
  readonly keepIndex: 0 | 1;
  readonly chosen: Readonly<Record<string, Kept>>;
  readonly onChoose: (key: string, kept: Kept) => void;
}

/** Why a verified date is not chosen by the clerk. */
const reasons = {
  verified: '以三龄认定为准',
  'more-exact': '均与认定相符，取较具体的',
  neither: '均与认定不符，合并后请更正',
  disputed: '两侧认定不同',
} as const;

/** Fields that differ, one a line: what is to stay is marked, and a click takes the other. */
export function FieldRows({ fields, keepIndex, chosen, onChoose }: FieldRowsProps) {
  return (
    <tbody>
      {fields.map((field) => {
        const kept = field.verified
          ? 'side' in field.verified
            ? field.verified.side
            : keepIndex
          : (chosen[field.key] ?? usualField(field.texts, keepIndex));
        return (
          <tr key={field.key} className={field.differs ? 'is-different' : ''}>
            <th scope="row">
              {field.label}
              {field.differs && <span className="duplicates-mark">不同</span>}
              {field.verified !== null && <div className="soft-text">{reasons[field.verified.why]}</div>}
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
