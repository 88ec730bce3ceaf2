import type { OperationOutput } from '#platform/model';
import type { previewUnitChange } from '../../model/unit-contracts.ts';

type Preview = OperationOutput<typeof previewUnitChange>;

/** What the change writes, who is concerned, and what stands against it. */
export function ChangePreview({ preview }: { readonly preview: Preview }) {
  const { lines, uses, offices, obstacles, doubts } = preview;
  return (
    <section className="unit-preview" aria-label="预览" aria-live="polite">
      {obstacles.map((reason) => (
        <p key={reason} className="warn-text" role="alert">
          {reason}
        </p>
      ))}
      {obstacles.length === 0 && lines.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">变动前</th>
              <th scope="col">变动后</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.label} ${line.after}`}>
                <th scope="row">{line.label}</th>
                <td>{line.before}</td>
                <td>{line.after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {offices.length > 0 && (
        <p>
          一并撤销的内设机构 {offices.length} 个：{offices.map(({ name }) => name).join('、')}
        </p>
      )}
      {uses.map(({ label, count, names }) => (
        <p key={label}>
          {label} {count} 人：{names.join('、')}
          {count > names.length ? '等' : ''}
        </p>
      ))}
      {(obstacles.length > 0 ? [] : doubts).map((doubt) => (
        <p key={doubt} className="warn-text">
          {doubt}
        </p>
      ))}
    </section>
  );
}
