import { useUnits } from '#modules/organization/web';

/** The way from everybody down to the unit that is looked at; each step leads back. */
export function UnitPath({
  unit,
  onUnit,
}: {
  readonly unit: string | undefined;
  readonly onUnit: (unit: string | undefined) => void;
}) {
  const { forest } = useUnits();
  if (unit === undefined) return null;
  const path: { readonly id: string; readonly name: string }[] = [];
  for (let at = forest.byId.get(unit); at; at = at.parent ? forest.byId.get(at.parent) : undefined)
    path.unshift({ id: at.id, name: at.name });
  return (
    <nav className="checks-path" aria-label="所在机构">
      <button type="button" onClick={() => onUnit(undefined)}>
        全部
      </button>
      {path.map(({ id, name }) => (
        <span key={id}>
          <span aria-hidden="true">›</span>
          {id === unit ? (
            <strong>{name}</strong>
          ) : (
            <button type="button" onClick={() => onUnit(id)}>
              {name}
            </button>
          )}
        </span>
      ))}
    </nav>
  );
}
