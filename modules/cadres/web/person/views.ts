/** What the page of a person shows: the form alone, form and sets side by side, the sets alone. */
export type PersonView = 'form' | 'both' | 'sets';

const all: readonly { readonly value: PersonView; readonly label: string }[] = [
  { value: 'form', label: '任免表' },
  { value: 'both', label: '对照' },
  { value: 'sets', label: '信息' },
];

/** Side by side needs a wide screen. */
export function viewsFor(wide: boolean) {
  return wide ? all : all.filter((view) => view.value !== 'both');
}

/** The view that the address asks for, as far as the screen allows; the form comes first. */
export function viewOf(asked: string | undefined, wide: boolean): PersonView {
  const known = all.find((view) => view.value === asked)?.value ?? (wide ? 'both' : 'form');
  return known === 'both' && !wide ? 'sets' : known;
}
