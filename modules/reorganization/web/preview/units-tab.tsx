import type { ReorganizationPreview, ShownUnit } from '../../model/contracts.ts';

const marks: Readonly<Record<ShownUnit['state'], string>> = {
  same: '',
  new: '新设',
  ended: '不再保留',
  changed: '',
};

/** The units that the plan touches in their trees, before and after. */
export function UnitsTab({ preview }: { readonly preview: ReorganizationPreview }) {
  return (
    <div className="reorg-trees">
      <Tree title="改革前" units={preview.before} />
      <Tree title="改革后" units={preview.after} />
    </div>
  );
}

function Tree({ title, units }: { readonly title: string; readonly units: readonly ShownUnit[] }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {units.map(({ id, name, depth, state, events }) => {
          const said = events.filter((event) => event !== '新设');
          return (
            <li key={id} className={`is-${state}`} style={{ paddingLeft: `${depth * 1.25}rem` }}>
              <span className="reorg-unit-name">{name}</span>
              {marks[state] !== '' && <span className="reorg-mark">{marks[state]}</span>}
              {said.length > 0 && <span className="reorg-events">{said.join('；')}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
