import type { ImportItem } from '../../model/contracts.ts';
import { markLines } from './line-marks.ts';

/** Field by field what stands in the record and what the form would put there. */
export function DifferenceTable({
  differences,
  isNew,
}: {
  readonly differences: ImportItem['differences'];
  readonly isNew: boolean;
}) {
  return (
    <table className="import-differences">
      <thead>
        <tr>
          <th>项目</th>
          {isNew ? null : <th>现有内容</th>}
          <th>{isNew ? '内容' : '导入后'}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ label, before, after }, index) => (
          // Two rows of a set may bear the same label: the place in the list tells them apart.
          <tr key={index}>
            <th scope="row">{label}</th>
            {isNew ? null : (
              <td data-label="现有内容">
                <MarkedText text={before} other={after} mark="import-before" />
              </td>
            )}
            <td data-label={isNew ? undefined : '导入后'}>
              <MarkedText text={after} other={before} mark={isNew ? '' : 'import-after'} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MarkedText({
  text,
  other,
  mark,
}: {
  readonly text: string;
  readonly other: string;
  readonly mark: string;
}) {
  if (text === '') return <span className="soft-text">（空）</span>;
  return markLines(text, other).map((line, index) => (
    <div key={index} className={line.marked ? mark : undefined}>
      {line.text || '\u00A0'}
    </div>
  ));
}
